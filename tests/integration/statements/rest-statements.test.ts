import { operations } from '@/lib/rest/operations';
import { type Crowd, createCrowd } from '@/tests/factories/crowd';
import { countStatements } from '@/tests/support/count-statements';
import { useRest } from '@/tests/support/rest-env';
import { useTestEnv } from '@/tests/support/test-env';
import { READS, type RestRead } from './rest-reads';
import { writeEverything } from './rest-writes';

/** No route does more, however many rows it shows. */
const LIMIT = 6;
const ROWS = [1, 50, 500];
const CASES = READS.map((read) => ({ name: [read.id, read.what].filter(Boolean).join(', '), read }));

describe('the statements of a reading operation of the API', () => {
  const env = useTestEnv();
  const rest = useRest(env);
  /** a measurement for each number of rows */
  const measured = new Map<string, { count: number; shown: number }[]>(CASES.map(({ name }) => [name, []]));
  let ofFirst = 0;

  beforeAll(async () => {
    ofFirst = await countStatements(() => rest.call('listRegions', {}));
    // Which words are common is read now and then, not with each search.
    await rest.send('GET', `/items?q=${encodeURIComponent('드릴')}`);
    for (const rows of ROWS) {
      const crowd = await createCrowd(env, { rows });
      for (const { name, read } of CASES) measured.get(name)?.push(await measure(read, crowd));
    }
  });

  async function measure({ id, path, query }: RestRead, crowd: Crowd) {
    let shown = 0;
    const request = { as: crowd.me, ...(query && { query: query(crowd) }) };
    const count = await countStatements(async () => {
      const answer = await rest.call(id, path?.(crowd) ?? {}, request);
      expect([id, answer.status]).toEqual([id, 200]);
      shown = answer.body.data?.length ?? 0;
    });
    return { count, shown };
  }

  it('are counted here for every one of them', () => {
    const reading = operations(async () => ({})).filter(({ method }) => method === 'get');
    const counted = new Set(READS.map(({ id }) => id));
    expect([...counted].sort()).toEqual(reading.map(({ id }) => id).sort());
  });

  it('are few also where reference data is not yet known to the process', () => {
    expect(ofFirst).toBeGreaterThan(0);
    expect(ofFirst).toBeLessThanOrEqual(LIMIT);
  });

  it.each(CASES)(
    `$name: at most ${LIMIT}, and as many for ${ROWS.join(' as for ')} rows`,
    ({ name, read }) => {
      const all = measured.get(name) ?? [];
      const [few, ...more] = all;
      expect(few?.count).toBeGreaterThan(0);
      expect(few?.count).toBeLessThanOrEqual(LIMIT);
      expect(all.map(({ count }) => count)).toEqual(ROWS.map(() => few?.count));
      if (read.isList) expect(Math.min(...more.map(({ shown }) => shown))).toBeGreaterThan(few?.shown ?? 0);
    },
  );
});

describe('the statements of a writing operation of the API', () => {
  const env = useTestEnv();
  const rest = useRest(env);
  const ownAccount = new Set(['auth', 'me']);

  it(`are as many for ${ROWS.join(' as for ')} rows, of every one that is about more than one’s own account`, async () => {
    const [few = {}, ...more] = await inTurn(ROWS, async (rows) =>
      writeEverything(env, rest, await createCrowd(env, { rows })),
    );
    const writing = operations(async () => ({})).filter(
      ({ method, tag }) => method !== 'get' && !ownAccount.has(tag),
    );
    expect(Object.keys(few).sort()).toEqual(writing.map(({ id }) => id).sort());
    for (const many of more) expect(many).toEqual(few);
  });
});

async function inTurn<T, R>(all: T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const one of all) results.push(await work(one));
  return results;
}
