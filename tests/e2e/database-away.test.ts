import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberActor } from '@/lib/core/actor';
import ko from '@/messages/ko/errors.json';
import { type FaultProxy, startFaultProxy } from '@/tests/chaos/fault-proxy';
import { createScene } from '@/tests/factories/scenes';
import { listActions, sendAction } from '@/tests/support/call-action';
import { useOwnProduct } from '@/tests/support/own-product';
import { cookieOf } from '@/tests/support/realtime-env';

/**
 * What a connection waits for by itself where nothing answers (lib/db/client.ts); one that is open waits twice as long. Who
 * is told sooner was told by the pulse. How soon it is, 2 s, is judged for pages and the
 * API in tests/chaos, where nothing else is run.
 */
const CONNECTING_MS = 5_000;

/** The product with a spoilt line to its database (docs/decisions/0019). */
describe('server actions of a member while the database is away', () => {
  const actions = listActions();
  let proxy: FaultProxy;
  const site = useOwnProduct({ WEB_CONCURRENCY: '1' }, async (databaseUrl) => {
    const address = new URL(databaseUrl);
    proxy = await startFaultProxy({ host: '127.0.0.1', port: Number(address.port) });
    address.port = String(proxy.port);
    return address.href;
  });
  const { env } = site;
  afterAll(() => proxy.stop());
  afterEach(() => proxy.mend());

  async function ask(name: string, member: MemberActor, sent: { args?: unknown[]; stateForm?: Form }) {
    const action = actions.get(name);
    if (!action) throw new Error(`The build has no action ${name}.`);
    const begun = performance.now();
    const answer = await sendAction(site.url, {
      action,
      params: {},
      cookie: await cookieOf(member.id),
      ...sent,
    });
    return { ...answer, tookMs: performance.now() - begun };
  }

  it.each(['blackhole', 'reset'] as const)(
    'say so in words, before a connection gives up by itself, and do it later (%s)',
    async (fault) => {
      const { stranger, item } = await createScene(env);
      const bookmark = () => ask('setBookmark', stranger, { args: [{ itemId: item.id, on: true }] });
      const words = { title: '제목', body: '내용' };
      await untilDone(bookmark);
      proxy.spoil(fault);
      for (let round = 0; round < 3; round += 1) {
        const [button, form] = await Promise.all([
          bookmark(),
          ask('writeFeedback', stranger, { stateForm: words }),
        ]);
        expect([button.status, button.outcome]).toEqual([200, 'UNAVAILABLE']);
        expect([form.status, form.result]).toMatchObject([200, { message: ko.unavailable, values: words }]);
        expect(Math.max(button.tookMs, form.tookMs)).toBeLessThan(CONNECTING_MS);
      }
      proxy.mend();
      await untilDone(bookmark);
      await expect(env.db.feedback.count({ where: { userId: stranger.id } })).resolves.toBe(0);
    },
  );
});

type Form = Record<string, string>;

async function untilDone(act: () => Promise<{ outcome: string }>) {
  while ((await act()).outcome !== 'ok') await sleep(100);
}
