import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { withdraw } from '@/lib/features/account/server/withdraw';
import type { KakaoPerson } from '@/lib/features/auth/kakao';
import { beginTwoStep } from '@/lib/features/auth/server/begin-two-step';
import { confirmTwoStep } from '@/lib/features/auth/server/confirm-two-step';
import { confirmKakaoLink, linkKakao, unlinkKakao } from '@/lib/features/auth/server/link-kakao';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { resolveActor } from '@/lib/features/auth/server/resolve-actor';
import { signInWithKakao } from '@/lib/features/auth/server/sign-in-with-kakao';
import { createItem } from '@/lib/features/items/server/create-item';
import { setRegion } from '@/lib/features/users/server/set-region';
import { createMember } from '@/tests/factories/people';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const HERE = { address: '192.0.2.1' };

describe('Kakao', () => {
  const env = useTestEnv();

  function person(overrides: Partial<KakaoPerson> = {}): KakaoPerson {
    const kakaoId = String(randomInt(2 ** 40));
    return { kakaoId, email: `k${kakaoId}@example.com`, nickname: '카카오친구', ...overrides };
  }

  const signIn = (who: KakaoPerson) => signInWithKakao(env.ctx(), who);
  const actorOf = async (who: KakaoPerson) => {
    const actor = await resolveActor(env.db, await signIn(who));
    if (actor.kind !== 'member') throw new Error('not signed in');
    return actor;
  };

  it('makes a member without a district, who can write nothing before telling it', async () => {
    const who = person({ nickname: '새내기' });
    const member = await actorOf(who);
    expect(member).toMatchObject({ nickname: '새내기', regionCode: null });
    const user = await env.db.user.findUniqueOrThrow({ where: { id: member.id } });
    expect(user).toMatchObject({ email: who.email, passwordHash: null, emailVerifiedAt: env.clock.now });
    expect(await refusalOf(createItem(env.ctx(member), {} as never))).toMatchObject({
      code: 'FORBIDDEN',
      key: 'auth.regionRequired',
    });
    await setRegion(env.ctx(member), { regionCode: '11680' });
    await expect(actorOf(who)).resolves.toMatchObject({ id: member.id, regionCode: '11680' });
  });

  it('is the same member each time, also for ten who come at once', async () => {
    const who = person();
    const claims = await Promise.all(Array.from({ length: 10 }, () => signIn(who)));
    expect(new Set(claims.map(({ userId }) => userId)).size).toBe(1);
    expect(await env.db.account.count({ where: { providerAccountId: who.kakaoId } })).toBe(1);
  });

  it('gives twenty of one name twenty nicknames', async () => {
    const people = Array.from({ length: 20 }, () => person({ nickname: '김철수' }));
    const members = await Promise.all(people.map(actorOf));
    expect(new Set(members.map(({ nickname }) => nickname)).size).toBe(20);
  });

  it('never takes over the member who has the e-mail, and stores nothing then', async () => {
    const who = person();
    const owner = await createMember(env.db, { email: who.email, passwordHash: 'x' });
    const before = await env.db.user.count();
    expect(await refusalOf(signIn({ ...who, email: who.email?.toUpperCase() ?? null }))).toMatchObject({
      code: 'CONFLICT',
      key: 'auth.kakaoEmail',
    });
    expect(await env.db.user.count()).toBe(before);
    expect(await env.db.account.count({ where: { userId: owner.id } })).toBe(0);
  });

  it('2022 fault: Kakao login believed the e-mail in the request: one that Kakao did not verify is not trusted', async () => {
    const owner = await createMember(env.db, { email: 'mina@example.com' });
    const member = await actorOf(person({ email: null }));
    expect(member.id).not.toBe(owner.id);
    expect((await env.db.user.findUniqueOrThrow({ where: { id: member.id } })).email).toBeNull();
  });

  it('does not let a suspended member in', async () => {
    const who = person();
    const { id } = await actorOf(who);
    await env.db.user.update({ where: { id }, data: { status: 'SUSPENDED' } });
    expect(await refusalOf(signIn(who))).toMatchObject({ code: 'FORBIDDEN', key: 'auth.suspended' });
  });

  it('is a new member after leaving', async () => {
    const who = person();
    const first = await actorOf(who);
    await withdraw(env.ctx(first));
    const second = await actorOf(who);
    expect(second.id).not.toBe(first.id);
    expect(second.regionCode).toBeNull();
  });

  describe('linked from the profile', () => {
    const withPassword = async (overrides = {}) =>
      createMember(env.db, { passwordHash: await hashPassword('Drill!2345'), ...overrides });

    it('is another way in for the same member, and verifies the same e-mail', async () => {
      const who = person();
      const member = await withPassword({ email: who.email });
      await linkKakao(env.ctx(member), who);
      await expect(signIn(who)).resolves.toMatchObject({ userId: member.id });
      const user = await env.db.user.findUniqueOrThrow({ where: { id: member.id } });
      expect(user.emailVerifiedAt).toEqual(env.clock.now);
    });

    it('leaves another e-mail as it is', async () => {
      const member = await withPassword();
      await linkKakao(env.ctx(member), person());
      const user = await env.db.user.findUniqueOrThrow({ where: { id: member.id } });
      expect(user.emailVerifiedAt).toBeNull();
    });

    it('is refused when it is another member’s, when another one is linked, and for visitors', async () => {
      const [who, member] = [person(), await withPassword()];
      await signIn(who);
      expect(await refusalOf(linkKakao(env.ctx(member), who))).toMatchObject({ key: 'auth.kakaoTaken' });
      await linkKakao(env.ctx(member), person());
      expect(await refusalOf(linkKakao(env.ctx(member), person()))).toMatchObject({
        key: 'auth.kakaoLinked',
      });
      expect(await refusalOf(linkKakao(env.ctx(), person()))).toMatchObject({ code: 'UNAUTHENTICATED' });
    });

    it('twice is once', async () => {
      const [who, member] = [person(), await withPassword()];
      await Promise.all([linkKakao(env.ctx(member), who), linkKakao(env.ctx(member), who)]);
      expect(await env.db.account.count({ where: { userId: member.id } })).toBe(1);
    });

    it('can be undone where there is a password, and only there', async () => {
      const [who, member] = [person(), await withPassword()];
      await linkKakao(env.ctx(member), who);
      await unlinkKakao(env.ctx(member), { currentPassword: 'Drill!2345' }, HERE);
      expect(await env.db.account.count({ where: { userId: member.id } })).toBe(0);
      const kakaoOnly = await actorOf(who);
      expect(kakaoOnly.id).not.toBe(member.id);
      const nothing = { currentPassword: '' };
      expect(await refusalOf(unlinkKakao(env.ctx(kakaoOnly), nothing, HERE))).toMatchObject({
        key: 'auth.kakaoOnlyWay',
      });
      expect(await refusalOf(unlinkKakao(env.ctx(), nothing, HERE))).toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    });

    it.each([
      ['linking', confirmKakaoLink],
      ['unlinking', unlinkKakao],
    ])('an open browser alone is not enough: %s asks for the password', async (_what, verb) => {
      const [who, member] = [person(), await withPassword()];
      await linkKakao(env.ctx(member), who);
      for (const currentPassword of ['', 'Wrong!2345']) {
        expect(await refusalOf(verb(env.ctx(member), { currentPassword }, HERE))).toMatchObject({
          code: 'INVALID',
          fields: { currentPassword: expect.stringContaining('account.') },
        });
      }
      expect(await env.db.account.count({ where: { userId: member.id } })).toBe(1);
      await expect(verb(env.ctx(member), { currentPassword: 'Drill!2345' }, HERE)).resolves.toBeDefined();
    });

    it.each([
      ['linking', confirmKakaoLink],
      ['unlinking', unlinkKakao],
    ])('%s asks for a code too where there is 2단계 인증', async (_what, verb) => {
      const member = await withPassword();
      const currentPassword = 'Drill!2345';
      const { key } = await beginTwoStep(env.ctx(member), { currentPassword }, HERE);
      const app = new TOTP({ secret: Secret.fromBase32(key) });
      const codeAt = (seconds: number) =>
        app.generate({ timestamp: env.clock.now.getTime() + seconds * 1_000 });
      await confirmTwoStep(env.ctx(member), { otp: codeAt(0) }, HERE);
      for (const [otp, refused] of [
        [undefined, 'auth.codeRequired'],
        ['000000', 'auth.codeWrong'],
      ] as const) {
        expect(await refusalOf(verb(env.ctx(member), { currentPassword, otp }, HERE))).toMatchObject({
          fields: { otp: refused },
        });
      }
      await expect(verb(env.ctx(member), { currentPassword, otp: codeAt(30) }, HERE)).resolves.toBeDefined();
    });
  });
});
