import { randomUUID } from 'node:crypto';
import type { MemberActor } from '@/lib/core/actor';
import { getAccountWithSessions } from '@/lib/features/account/server/get-account';
import { withdraw } from '@/lib/features/account/server/withdraw';
import { beginSession } from '@/lib/features/auth/server/begin-session';
import { endOwnSession } from '@/lib/features/auth/server/end-own-session';
import { endAllSessions } from '@/lib/features/auth/server/end-session';
import { endedSessions } from '@/lib/features/auth/server/ended-sessions';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { removeEndedTokens } from '@/lib/features/auth/server/remove-ended-tokens';
import { resolveActor } from '@/lib/features/auth/server/resolve-actor';
import { createMember } from '@/tests/factories/people';
import { HOUR_MS } from '@/tests/factories/scenes';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const DAY_MS = 24 * HOUR_MS;
const FROM = { address: '192.0.2.1' };

describe('sessions that a member sees', () => {
  const env = useTestEnv();
  const sessionOf = (userId: string) => ({
    userId,
    sessionVersion: 1,
    sessionId: randomUUID(),
    endsAt: env.clock.now.getTime() + 30 * DAY_MS,
  });
  const signIn = async (
    member: MemberActor,
    browser = 'Chrome · Windows',
    before: Parameters<typeof beginSession>[2] = null,
  ) => {
    const session = sessionOf(member.id);
    await beginSession(env.ctx(), { ...session, browser }, before);
    return session;
  };
  const use = async (session: ReturnType<typeof sessionOf>) => {
    const { kind } = await resolveActor(env.db, session, env.ctx());
    await env.settled();
    return kind;
  };
  const idsOf = async (member: MemberActor) =>
    (await getAccountWithSessions(env.ctx(member))).sessions.map(({ id }) => id);

  it('each sign-in is one, with its browser and its days; the last one used comes first', async () => {
    const member = await createMember(env.db);
    const first = await signIn(member, 'Safari · iPhone');
    const begun = env.clock.now;
    env.clock.advance(DAY_MS);
    const second = await signIn(member, '');
    const { sessions, account } = await getAccountWithSessions(env.ctx(member));
    expect(account).toMatchObject({ id: member.id, recoveryCodes: null });
    expect(sessions.map(({ id, browser }) => [id, browser])).toEqual([
      [second.sessionId, ''],
      [first.sessionId, 'Safari · iPhone'],
    ]);
    expect(new Date(sessions[1]?.startedAt ?? '')).toEqual(begun);
    const stranger = await createMember(env.db);
    expect(await idsOf(stranger)).toEqual([]);
  });

  it('one that nobody used for 14 days is over, and is not told of', async () => {
    const member = await createMember(env.db);
    const [idle, kept] = [await signIn(member), await signIn(member)];
    for (let day = 0; day < 13; day += 1) {
      env.clock.advance(DAY_MS);
      expect(await use(kept)).toBe('member');
    }
    env.clock.advance(DAY_MS + 1_000);
    expect(await use(idle)).toBe('visitor');
    expect(await use(kept)).toBe('member');
    expect(await endedSessions(env.db, [idle, kept], env.clock.now)).toEqual([idle]);
    expect(await idsOf(member)).toEqual([kept.sessionId]);
    // Asking did not use it: it stays over.
    expect(await use(idle)).toBe('visitor');
    await removeEndedTokens(env.ctx({ kind: 'system' }));
    expect(await use(idle)).toBe('visitor');
  });

  it('its use is written once a day, after the answer, and not by the sockets’ watch', async () => {
    const member = await createMember(env.db);
    const session = await signIn(member);
    const row = () => env.db.session.findUniqueOrThrow({ where: { id: session.sessionId } });
    const begun = (await row()).usedAt;
    env.clock.advance(60_000);
    await use(session);
    expect((await row()).usedAt).toEqual(begun);
    env.clock.advance(DAY_MS);
    await endedSessions(env.db, [session], env.clock.now);
    await resolveActor(env.db, session);
    expect((await row()).usedAt).toEqual(begun);
    await Promise.all([use(session), use(session), use(session)]);
    const used = (await row()).usedAt;
    expect(used).toEqual(env.clock.now);
    env.clock.advance(60_000);
    await use(session);
    expect((await row()).usedAt).toEqual(used);
  });

  it('one from before there were rows counts as before', async () => {
    const member = await createMember(env.db);
    const old = sessionOf(member.id);
    expect(await use(old)).toBe('member');
    const { sessionId: _without, ...older } = old;
    expect((await resolveActor(env.db, older, env.ctx())).kind).toBe('member');
    expect(await idsOf(member)).toEqual([]);
  });

  it('signing in again ends the one that the browser had, whoever had it', async () => {
    const [member, other] = [await createMember(env.db), await createMember(env.db)];
    const first = await signIn(member);
    const second = await signIn(member, 'Chrome · Windows', first);
    expect([await use(first), await use(second)]).toEqual(['visitor', 'member']);
    const third = await signIn(other, 'Chrome · Windows', second);
    expect([await use(second), await use(third)]).toEqual(['visitor', 'member']);
    expect(await idsOf(member)).toEqual([]);
    expect(env.events).toContainEqual({
      type: 'sessions.ended',
      userId: member.id,
      sessionId: first.sessionId,
    });
  });

  it('another one is ended with the password only', async () => {
    const member = await createMember(env.db, { passwordHash: await hashPassword('Demo!2345') });
    const [here, there] = [await signIn(member), await signIn(member)];
    const end = (currentPassword: string) =>
      endOwnSession(env.ctx(member), { sessionId: there.sessionId, currentPassword }, FROM);
    for (const typed of ['', 'Wrong!2345']) {
      expect(await refusalOf(end(typed))).toMatchObject({
        code: 'INVALID',
        fields: { currentPassword: 'account.wrongPassword' },
      });
    }
    expect(await use(there)).toBe('member');
    env.events.length = 0;
    await end('Demo!2345');
    expect([await use(here), await use(there)]).toEqual(['member', 'visitor']);
    expect(env.events).toEqual([{ type: 'sessions.ended', userId: member.id, sessionId: there.sessionId }]);
    expect(await refusalOf(end('Demo!2345'))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a member without a password just says so; a stranger’s is not found, a visitor is refused', async () => {
    const [member, stranger] = [await createMember(env.db), await createMember(env.db)];
    const session = await signIn(member);
    const end = (actor?: MemberActor) =>
      endOwnSession(env.ctx(actor), { sessionId: session.sessionId, currentPassword: '' }, FROM);
    expect(await refusalOf(end())).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await refusalOf(end(stranger))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await use(session)).toBe('member');
    await end(member);
    expect(await use(session)).toBe('visitor');
  });

  it('all of them go with 「모든 기기에서 로그아웃」 and with the member; those that are over by a job', async () => {
    const [member, leaver, other] = [
      await createMember(env.db),
      await createMember(env.db),
      await createMember(env.db),
    ];
    for (const one of [member, member, leaver, other]) await signIn(one);
    await endAllSessions(env.ctx(member));
    await withdraw(env.ctx(leaver));
    const left = () => env.db.session.count({ where: { userId: { in: [member.id, leaver.id, other.id] } } });
    expect(await left()).toBe(1);
    env.clock.advance(30 * DAY_MS + 1_000);
    await removeEndedTokens(env.ctx({ kind: 'system' }));
    expect(await left()).toBe(0);
  });

  it('nobody who has left begins one', async () => {
    const member = await createMember(env.db, { status: 'SUSPENDED' });
    await signIn(member);
    await expect(env.db.session.count({ where: { userId: member.id } })).resolves.toBe(0);
  });
});
