import { operations } from '@/lib/rest/operations';
import { type Crowd, createCrowd } from '@/tests/factories/crowd';
import { countStatements } from '@/tests/support/count-statements';
import { useRest } from '@/tests/support/rest-env';
import { useTestEnv } from '@/tests/support/test-env';
import { READS } from './rest-reads';

/** No route does more, however many rows it shows. */
const LIMIT = 6;
const ROWS = [1, 50, 500];

describe('the statements of a reading operation of the API', () => {
  const env = useTestEnv();
  const rest = useRest(env);
  const crowds: Crowd[] = [];

  beforeAll(async () => {
    for (const rows of ROWS) crowds.push(await createCrowd(env, { rows }));
  });

  it('are counted here for every one of them', () => {
    const reading = operations(async () => ({})).filter(({ method }) => method === 'get');
    const counted = new Set(READS.map(({ id }) => id));
    expect([...counted].sort()).toEqual(reading.map(({ id }) => id).sort());
  });

  it('are few also where reference data is not yet known to the process', async () => {
    const count = await countStatements(() => rest.call('listRegions', {}));
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(LIMIT);
  });

  it.each(READS.map((read) => ({ ...read, name: [read.id, read.what].filter(Boolean).join(', ') })))(
    `$name: at most ${LIMIT}, and as many for ${ROWS.join(' as for ')} rows`,
    async ({ id, path, query, isList }) => {
      const shown: number[] = [];
      const counts: number[] = [];
      for (const crowd of crowds) {
        const request = { as: crowd.me, ...(query && { query: query(crowd) }) };
        const count = await countStatements(async () => {
          const answer = await rest.call(id, path?.(crowd) ?? {}, request);
          expect(answer.status).toBe(200);
          shown.push(answer.body.data?.length ?? 0);
        });
        counts.push(count);
      }
      const [few = 0] = counts;
      expect(few).toBeGreaterThan(0);
      expect(few).toBeLessThanOrEqual(LIMIT);
      expect(counts).toEqual(counts.map(() => few));
      if (isList) expect([shown[0], Math.min(...shown.slice(1))]).toEqual([1, 50]);
    },
  );
});
