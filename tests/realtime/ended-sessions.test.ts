import { randomUUID } from 'node:crypto';
import type { MemberActor } from '@/lib/core/actor';
import type { Prisma } from '@/lib/db/generated/client';
import { beginSession } from '@/lib/features/auth/server/begin-session';
import { endOwnSession } from '@/lib/features/auth/server/end-own-session';
import { createMember } from '@/tests/factories/people';
import { cookieOf, next, useRealtime } from '@/tests/support/realtime-env';
import { useTestEnv } from '@/tests/support/test-env';

const DAY_MS = 24 * 3_600_000;

describe('one session of several', () => {
  const env = useTestEnv();
  const rt = useRealtime(env, { sessionsMs: 300 });

  /** A browser in which the member is signed in, with its sockets. */
  async function signIn(member: MemberActor) {
    const session = { userId: member.id, sessionId: randomUUID(), endsAt: Date.now() + 30 * DAY_MS };
    await beginSession(rt.ctx(), { ...session, browser: '' }, null);
    const Cookie = await cookieOf(member.id, 1, 3_600, session);
    const options = { extraHeaders: { Cookie, Origin: rt.url } };
    const sockets = await Promise.all([rt.connect('/chat', options), rt.connect('/alerts', options)]);
    const gone = Promise.all(sockets.map((socket) => next(socket, 'disconnect')));
    gone.catch(() => undefined);
    return { ...session, sockets, gone };
  }

  it('loses its sockets within 2 s when it is ended from another, which keeps its own', async () => {
    const member = await createMember(env.db);
    const [here, there] = [await signIn(member), await signIn(member)];
    const begun = performance.now();
    const input = { sessionId: there.sessionId, currentPassword: '' };
    await endOwnSession(rt.ctx(member), input, { address: '192.0.2.1' });
    await there.gone;
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(here.sockets.map(({ connected }) => connected)).toEqual([true, true]);
  });

  it('that nobody used for 14 days loses sockets that only listen', async () => {
    const member = await createMember(env.db);
    const [here, there] = [await signIn(member), await signIn(member)];
    const usedAt = new Date(Date.now() - 14 * DAY_MS - 1_000);
    await env.db.session.update({ where: { id: there.sessionId }, data: { usedAt } });
    await there.gone;
    expect(here.sockets.map(({ connected }) => connected)).toEqual([true, true]);
  });
});

describe('sessions that end without a word to this process', () => {
  const env = useTestEnv();
  const rt = useRealtime(env, { sessionsMs: 300 });

  it.each<[string, Prisma.UserUpdateInput]>([
    ['the member is suspended', { status: 'SUSPENDED' }],
    ['the sessions of the member were ended', { sessionVersion: 2 }],
  ])('%s: sockets that only listen end, and no others', async (_name, data) => {
    const [member, other] = await Promise.all([createMember(env.db), createMember(env.db)]);
    const sockets = await Promise.all([rt.connectAs(member), rt.connectAs(member, '/alerts')]);
    const staying = await rt.connectAs(other);
    const gone = Promise.all(sockets.map((socket) => next(socket, 'disconnect')));
    await env.db.user.update({ where: { id: member.id }, data });
    await gone;
    expect(staying.connected).toBe(true);
  });
});
