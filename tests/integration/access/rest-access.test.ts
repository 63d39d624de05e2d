import { createAccessScene, fingerprint, PERSONS } from '@/tests/support/access-scene';
import { operationIds, useRest } from '@/tests/support/rest-env';
import { useTestEnv } from '@/tests/support/test-env';
import { REST_TABLE, type RestRow } from './rest-table';

describe('who may do what by the API', () => {
  const env = useTestEnv();
  const rest = useRest(env);
  afterEach(() => env.db.rateLimit.deleteMany());

  it('every operation is in the table, and nothing else', () => {
    expect(Object.keys(REST_TABLE).sort()).toEqual(operationIds().sort());
  });

  it.each(Object.entries(REST_TABLE))('%s', async (operationId, row) => {
    const statuses: number[] = [];
    for (const person of PERSONS) statuses.push(await ask(operationId, row, person));
    expect(statuses.join(' ')).toBe(row.statuses);
    expect(rest.faults).toEqual([]);
  });

  /** @returns the status; what was refused has stored nothing */
  async function ask(
    operationId: string,
    { setup = {}, request }: RestRow,
    person: (typeof PERSONS)[number],
  ) {
    const scene = await createAccessScene(env.db, person, setup, env.clock.now);
    const { path = {}, ...rest_ } = request?.(scene) ?? {};
    const before = await fingerprint(env.db);
    const answer = await rest.call(operationId, path, { ...rest_, ...(scene.actor && { as: scene.actor }) });
    if (answer.status >= 400) expect(`${person}\n${await fingerprint(env.db)}`).toBe(`${person}\n${before}`);
    return answer.status;
  }
});
