import { changeAvatar } from '@/lib/features/account/server/change-avatar';
import { changeNickname } from '@/lib/features/account/server/change-nickname';
import { changePassword } from '@/lib/features/account/server/change-password';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { resolveActor } from '@/lib/features/auth/server/resolve-actor';
import { verifyCredentials } from '@/lib/features/auth/server/verify-credentials';
import { removeUnusedImages } from '@/lib/features/images/server/remove-unused';
import { getProfile } from '@/lib/features/users/server/get-profile';
import { createMember } from '@/tests/factories/people';
import { sendUpload } from '@/tests/factories/uploads';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const OLD = 'Alte!2345';
const NEXT = { password: 'Neue!2345', passwordConfirm: 'Neue!2345' };
const HOME = { address: '203.0.113.1' };
const DAY_MS = 24 * 3_600_000;

describe('changing one’s own profile', () => {
  const env = useTestEnv();

  it('asks who it is', async () => {
    for (const change of [
      () => changeNickname(env.ctx(), { nickname: '드릴왕' }),
      () => changePassword(env.ctx(), { currentPassword: OLD, ...NEXT }, HOME),
      () => changeAvatar(env.ctx(), { uploadKey: null }),
    ]) {
      expect(await refusalOf(change())).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  describe('nickname', () => {
    it('is shown from then on', async () => {
      const member = await createMember(env.db);
      await changeNickname(env.ctx(member), { nickname: '드릴왕' });
      await expect(getProfile(env.ctx(), { userId: member.id })).resolves.toMatchObject({
        nickname: '드릴왕',
      });
    });

    it('is refused when another has it, whatever the case, also in a race', async () => {
      await createMember(env.db, { nickname: 'Neighbour1' });
      const [one, other] = [await createMember(env.db), await createMember(env.db)];
      expect(await refusalOf(changeNickname(env.ctx(one), { nickname: 'nEIGHBOUR1' }))).toMatchObject({
        code: 'CONFLICT',
        fields: { nickname: 'auth.nicknameTaken' },
      });
      const raced = await Promise.allSettled(
        [one, other].map((member) => changeNickname(env.ctx(member), { nickname: '둘중하나' })),
      );
      expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it.each(['', 'a', '<b>', '열한글자나되는닉네임이', '두 사람'])('refuses %j', async (nickname) => {
      const member = await createMember(env.db);
      expect(await refusalOf(changeNickname(env.ctx(member), { nickname }))).toMatchObject({
        code: 'INVALID',
      });
    });
  });

  describe('password', () => {
    it('lets in with the new one only, and ends every session', async () => {
      const member = await createMember(env.db, { passwordHash: await hashPassword(OLD) });
      const { email } = await env.db.user.findUniqueOrThrow({ where: { id: member.id } });
      env.events.length = 0;
      const claims = await changePassword(env.ctx(member), { currentPassword: OLD, ...NEXT }, HOME);
      expect(env.events).toEqual([{ type: 'sessions.ended', userId: member.id }]);
      await expect(resolveActor(env.db, { userId: member.id, sessionVersion: 1 })).resolves.toEqual({
        kind: 'visitor',
      });
      await expect(resolveActor(env.db, claims)).resolves.toMatchObject({ id: member.id });
      const signIn = (password: string) => verifyCredentials(env.ctx(), { email, password }, HOME);
      expect(await refusalOf(signIn(OLD))).toMatchObject({ key: 'auth.wrong' });
      await expect(signIn(NEXT.password)).resolves.toMatchObject({ userId: member.id });
    });

    it.each(['', 'Falsch!2345', undefined])(
      '2022: an empty or wrong current password changes nothing (%j)',
      async (currentPassword) => {
        const passwordHash = await hashPassword(OLD);
        const member = await createMember(env.db, { passwordHash });
        const input = { currentPassword, ...NEXT } as Parameters<typeof changePassword>[1];
        expect(await refusalOf(changePassword(env.ctx(member), input, HOME))).toMatchObject({
          code: 'INVALID',
          fields: { currentPassword: expect.stringContaining('account.') },
        });
        await expect(env.db.user.findUniqueOrThrow({ where: { id: member.id } })).resolves.toMatchObject({
          passwordHash,
        });
      },
    );

    it('is not there to be guessed: after 10 wrong ones the right one waits too', async () => {
      const member = await createMember(env.db, { passwordHash: await hashPassword(OLD) });
      const tryWith = (currentPassword: string) =>
        refusalOf(changePassword(env.ctx(member), { currentPassword, ...NEXT }, HOME));
      for (let index = 0; index < 10; index += 1) await tryWith('Falsch!2345');
      expect(await tryWith(OLD)).toMatchObject({ code: 'RATE_LIMITED' });
    });

    it('is none of a Kakao member’s', async () => {
      const member = await createMember(env.db, { passwordHash: null });
      expect(
        await refusalOf(changePassword(env.ctx(member), { currentPassword: OLD, ...NEXT }, HOME)),
      ).toMatchObject({ code: 'FORBIDDEN', key: 'account.noPassword' });
    });
  });

  describe('picture', () => {
    it('is one’s own upload, stays while it is used, and goes when it is replaced', async () => {
      const member = await createMember(env.db);
      const first = await changeAvatar(env.ctx(member), { uploadKey: await sendUpload(env.ctx(member)) });
      expect(first.avatarUrl).toContain('/images/');
      env.clock.advance(2 * DAY_MS);
      await removeUnusedImages(env.ctx({ kind: 'system' }));
      expect((await fetch(first.avatarUrl ?? '')).status).toBe(200);
      const second = await changeAvatar(env.ctx(member), { uploadKey: await sendUpload(env.ctx(member)) });
      env.clock.advance(2 * DAY_MS);
      await removeUnusedImages(env.ctx({ kind: 'system' }));
      expect((await fetch(first.avatarUrl ?? '')).status).not.toBe(200);
      expect((await fetch(second.avatarUrl ?? '')).status).toBe(200);
      await expect(changeAvatar(env.ctx(member), { uploadKey: null })).resolves.toEqual({ avatarUrl: null });
    });

    it('is not taken from another member, and not twice', async () => {
      const [member, other] = [await createMember(env.db), await createMember(env.db)];
      const uploadKey = await sendUpload(env.ctx(other));
      expect(await refusalOf(changeAvatar(env.ctx(member), { uploadKey }))).toMatchObject({
        code: 'INVALID',
      });
      await changeAvatar(env.ctx(other), { uploadKey });
      expect(await refusalOf(changeAvatar(env.ctx(other), { uploadKey }))).toMatchObject({ code: 'INVALID' });
    });
  });
});
