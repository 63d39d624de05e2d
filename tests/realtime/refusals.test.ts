import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createMember } from '@/tests/factories/people';
import { createScene } from '@/tests/factories/scenes';
import { accessTokenOf, ask, cookieOf, useRealtime } from '@/tests/support/realtime-env';
import { useTestEnv } from '@/tests/support/test-env';

const HOSTILE = '비밀\n{"level":60}';

/** OWASP ASVS 5.0, 16.3.2 and 16.3.3 */
describe('what sockets are refused', () => {
  const env = useTestEnv();
  const rt = useRealtime(env);

  // Lines are counted by the second.
  beforeEach(async () => {
    await sleep(1_050);
    env.notes.length = 0;
  });

  const refused = () => env.notes.filter(({ message }) => message === 'refused').map(({ fields }) => fields);
  const refusedOf = (member: { id: string }) =>
    refused().filter((fields) => 'member' in fields && fields.member === member.id);

  it('leaves a line with who, what and why, and no word of theirs', async () => {
    const { roomId } = await createScene(env);
    const stranger = await createMember(env.db);
    const socket = await rt.connectAs(stranger);
    await ask(socket, 'room:join', { roomId });
    await ask(socket, 'message:send', { roomId, clientId: randomUUID(), body: HOSTILE });
    await ask(socket, HOSTILE, { roomId });
    expect(refusedOf(stranger)).toEqual([
      expect.objectContaining({ way: 'socket', code: 'NOT_FOUND', event: 'room:join' }),
      expect.objectContaining({ way: 'socket', code: 'NOT_FOUND', event: 'message:send' }),
    ]);
    expect(JSON.stringify(env.notes)).not.toMatch(/비밀|level.{0,4}60/);
  });

  it('tells a session that is over and a page of another site, and nothing of who never signed in', async () => {
    const member = await createMember(env.db);
    const gone = { cookie: await cookieOf(member.id, 0) };
    const foreign = { cookie: await cookieOf(member.id), origin: 'https://evil.example' };
    const tries = [
      {},
      { extraHeaders: { ...gone, origin: rt.url } },
      { extraHeaders: foreign },
      { auth: { token: (await accessTokenOf(member.id)).slice(1) } },
    ];
    for (const options of tries) await rt.connect('/chat', options).catch(() => undefined);
    expect(refused()).toEqual([
      expect.objectContaining({ code: 'UNAUTHENTICATED', event: 'connect' }),
      expect.objectContaining({ code: 'FORBIDDEN', reason: 'foreignOrigin' }),
      expect.objectContaining({ code: 'UNAUTHENTICATED', event: 'connect' }),
    ]);
    expect(JSON.stringify(env.notes)).not.toContain('evil.example');
  });

  it('is a few lines and a number when a flood comes', async () => {
    const member = await createMember(env.db);
    const socket = await rt.connectAs(member);
    const begun = Date.now();
    await Promise.all(Array.from({ length: 1_000 }, () => ask(socket, HOSTILE, {})));
    await sleep(1_100);
    const seconds = Math.ceil((Date.now() - begun) / 1_000) + 1;
    const lines = env.notes.filter(({ message }) => message.startsWith('refused'));
    expect(lines.length).toBeLessThanOrEqual(11 * seconds);
    const counted = lines.map(({ fields }) => ('count' in fields ? Number(fields.count) : 1));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(900);
    expect(JSON.stringify(lines)).not.toContain('비밀');
  });
});
