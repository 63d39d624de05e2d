import { setTimeout as sleep } from 'node:timers/promises';
import { connectDb, type Db } from '@/lib/db/client';
import { translateDbError } from '@/lib/db/errors';
import { createMember } from '@/tests/factories/people';
import { useTestEnv } from '@/tests/support/test-env';

describe('a process that hangs in the middle of a transaction', () => {
  const env = useTestEnv();
  let hanging: Db;

  beforeAll(() => {
    hanging = connectDb(env.databaseUrl, 2, { isWatched: true });
  });
  afterAll(() => hanging.$disconnect());

  it('keeps its rows from the others for 2 s, loses what it began, and says UNAVAILABLE when it goes on', async () => {
    const { id } = await createMember(env.db);
    let lock: () => void = () => undefined;
    const locked = new Promise<void>((resolve) => {
      lock = resolve;
    });
    const code = hanging
      .$transaction(async (tx) => {
        await tx.user.update({ where: { id }, data: { nickname: 'mine' } });
        lock();
        await sleep(3_000);
        await tx.user.update({ where: { id }, data: { nickname: 'mine2' } });
      })
      .catch((error) => (translateDbError(error) as { code?: string }).code);
    await locked;
    const begun = performance.now();
    await env.db.user.update({ where: { id }, data: { nickname: 'theirs' } });
    expect(performance.now() - begun).toBeLessThan(2_500);
    expect(await code).toBe('UNAVAILABLE');
    const { nickname } = await env.db.user.findUniqueOrThrow({ where: { id } });
    expect(nickname).toBe('theirs');
  });
});
