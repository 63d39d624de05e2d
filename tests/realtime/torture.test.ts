import { setTimeout as sleep } from 'node:timers/promises';
import { type KillableServer, startKillableServer } from '@/tests/support/killable-server';
import { useTestEnv } from '@/tests/support/test-env';
import { tortureChat, until } from '@/tests/support/torture-chat';

const MESSAGES = 2_000;
const KILLS = 5;

/** Point 6 of the product: whoever was away, or whatever died, everything is there, in order, once. */
describe('2,000 messages over 20 rooms while lines are cut and the server is killed', () => {
  const env = useTestEnv();
  let server: KillableServer;

  beforeAll(async () => {
    server = await startKillableServer(env.databaseUrl);
  });
  afterAll(() => server.stop());

  it('every acknowledged message is stored once and reaches both, in order, without a gap', async () => {
    await tortureChat({
      env,
      url: server.url,
      rooms: 20,
      messages: MESSAGES,
      disturb: (acknowledged, isOver) => Promise.all([cut(isOver), kill(acknowledged)]).then(() => undefined),
    });
  }, 180_000);

  async function cut(isOver: () => boolean) {
    while (!isOver()) {
      await sleep(300 + Math.random() * 500);
      server.cut(0.2);
    }
  }

  async function kill(acknowledged: () => number) {
    for (let time = 1; time <= KILLS; time += 1) {
      const wanted = (MESSAGES * time) / (KILLS + 2);
      await until(() => acknowledged() >= wanted);
      await server.killAndRestart();
    }
  }
});
