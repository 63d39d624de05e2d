import { countAlerts } from '@/lib/features/alerts/server/count-alerts';
import { listAlerts } from '@/lib/features/alerts/server/list-alerts';
import { readAlerts } from '@/lib/features/alerts/server/read-alerts';
import { sendMessage } from '@/lib/features/chat/server/send-message';
import { createScene } from '@/tests/factories/scenes';
import { countStatements } from '@/tests/support/count-statements';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('alerts', () => {
  const env = useTestEnv();

  async function alerted(count: number) {
    const scene = await createScene(env);
    const { inquirer, roomId } = scene;
    for (let index = 0; index < count; index += 1) {
      await sendMessage(env.ctx(inquirer), { roomId, clientId: `c${index}`, body: `${index}` });
      if (index % 4 === 0) env.clock.advance(1_000);
    }
    return scene;
  }

  it('are complete and in time order after any time away, over pages, in two statements', async () => {
    const { author } = await alerted(50);
    const seen = [];
    let cursor: string | undefined;
    do {
      const page = await listAlerts(env.ctx(author), { limit: 8, ...(cursor && { cursor }) });
      expect(page.unread).toBe(50);
      seen.push(...page.alerts);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(50);
    const keys = seen.map(({ createdAt, id }) => `${createdAt}${id}`);
    expect(keys).toEqual([...keys].sort().reverse());
    const few = await alerted(1);
    const statements = (actor: typeof author) =>
      countStatements(() => listAlerts(env.ctx(actor), { limit: 50 }));
    expect([await statements(few.author), await statements(author)]).toEqual([2, 2]);
  });

  it('are read one by one, by room, or all; a second time changes nothing', async () => {
    const { author, roomId } = await alerted(3);
    const ctx = env.ctx(author);
    const { alerts } = await listAlerts(ctx, {});
    const id = alerts[0]?.id ?? '';
    env.events.length = 0;
    expect(await readAlerts(ctx, { id })).toEqual({ unread: 2 });
    expect(env.events).toEqual([{ type: 'alert.counted', userId: author.id, unread: 2 }]);
    const first = (await listAlerts(ctx, {})).alerts[0]?.readAt;
    env.clock.advance(5_000);
    expect(await readAlerts(ctx, { id })).toEqual({ unread: 2 });
    expect((await listAlerts(ctx, {})).alerts[0]?.readAt).toBe(first);
    expect(await readAlerts(ctx, { roomId })).toEqual({ unread: 0 });
    expect(await readAlerts(ctx, { all: true })).toEqual({ unread: 0 });
    expect(await countAlerts(ctx)).toBe(0);
  });

  it('2022 fault: another’s alerts readable', async () => {
    const { author, stranger, roomId } = await alerted(2);
    const { alerts } = await listAlerts(env.ctx(author), {});
    const theirs = await listAlerts(env.ctx(stranger), {});
    expect(theirs).toEqual({ alerts: [], nextCursor: null, unread: 0 });
    expect(await refusalOf(readAlerts(env.ctx(stranger), { id: alerts[0]?.id ?? '' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    await readAlerts(env.ctx(stranger), { roomId });
    await readAlerts(env.ctx(stranger), { all: true });
    expect(await countAlerts(env.ctx(author))).toBe(2);
    for (const verb of [listAlerts, readAlerts] as ((ctx: unknown, input: unknown) => Promise<unknown>)[]) {
      expect(await refusalOf(verb(env.ctx(), { all: true }))).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  it.each([{}, { id: 'x' }, { all: false }, null, 'all'])('cannot be read by %p', async (input) => {
    const { author } = await alerted(1);
    expect(await refusalOf(readAlerts(env.ctx(author), input as never))).toMatchObject({ code: 'INVALID' });
  });
});
