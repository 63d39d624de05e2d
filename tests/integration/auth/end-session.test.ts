import { randomUUID } from 'node:crypto';
import { endAllSessions, endSession } from '@/lib/features/auth/server/end-session';
import { endedSessions } from '@/lib/features/auth/server/ended-sessions';
import { removeEndedTokens } from '@/lib/features/auth/server/remove-ended-tokens';
import { resolveActor } from '@/lib/features/auth/server/resolve-actor';
import { createMember } from '@/tests/factories/people';
import { HOUR_MS } from '@/tests/factories/scenes';
import { useTestEnv } from '@/tests/support/test-env';

describe('logging out', () => {
  const env = useTestEnv();
  const kindOf = async (claims: Parameters<typeof resolveActor>[1]) =>
    (await resolveActor(env.db, claims)).kind;
  const sessionOf = (userId: string) => ({
    userId,
    sessionVersion: 1,
    sessionId: randomUUID(),
    endsAt: env.clock.now.getTime() + HOUR_MS,
  });

  it('ends that session on the server, and no other of the member', async () => {
    const member = await createMember(env.db);
    const [here, there] = [sessionOf(member.id), sessionOf(member.id)];
    await endSession(env.ctx(member), here);
    await endSession(env.ctx(), here);
    expect([await kindOf(here), await kindOf(there)]).toEqual(['visitor', 'member']);
    expect(await endedSessions(env.db, [here, there])).toEqual([here]);
    expect(env.events).toContainEqual({
      type: 'sessions.ended',
      userId: member.id,
      sessionId: here.sessionId,
    });
  });

  it('is remembered until the session would have ended by itself', async () => {
    const member = await createMember(env.db);
    const session = sessionOf(member.id);
    await endSession(env.ctx(member), session);
    await removeEndedTokens(env.ctx({ kind: 'system' }));
    expect(await kindOf(session)).toBe('visitor');
    env.clock.advance(2 * HOUR_MS);
    await removeEndedTokens(env.ctx({ kind: 'system' }));
    await expect(env.db.endedSession.count({ where: { userId: member.id } })).resolves.toBe(0);
  });

  it('on all devices ends every session and every token of the member', async () => {
    const member = await createMember(env.db);
    const session = sessionOf(member.id);
    await env.db.refreshToken.create({
      data: {
        userId: member.id,
        familyId: randomUUID(),
        tokenHash: randomUUID(),
        expiresAt: new Date(Date.now() + HOUR_MS),
      },
    });
    await endAllSessions(env.ctx(member));
    expect(await kindOf(session)).toBe('visitor');
    await expect(env.db.refreshToken.count({ where: { userId: member.id } })).resolves.toBe(0);
    await expect(endAllSessions(env.ctx())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('of a session whose member is gone, or of one without a name, does nothing', async () => {
    await endSession(env.ctx(), sessionOf(randomUUID()));
    const { sessionId: _without, ...unnamed } = sessionOf(randomUUID());
    await endSession(env.ctx(), unnamed);
    await expect(env.db.endedSession.count({ where: { endsAt: { gt: env.clock.now } } })).resolves.toBe(0);
  });
});
