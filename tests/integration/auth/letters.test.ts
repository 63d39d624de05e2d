import { changePassword } from '@/lib/features/account/server/change-password';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { removeEndedTokens } from '@/lib/features/auth/server/remove-ended-tokens';
import { requestEmailVerification } from '@/lib/features/auth/server/request-email-verification';
import { requestPasswordReset } from '@/lib/features/auth/server/request-password-reset';
import { resetPassword } from '@/lib/features/auth/server/reset-password';
import { resolveActor } from '@/lib/features/auth/server/resolve-actor';
import { signUp } from '@/lib/features/auth/server/sign-up';
import { issueTokens } from '@/lib/features/auth/server/tokens';
import { verifyCredentials } from '@/lib/features/auth/server/verify-credentials';
import { verifyEmail } from '@/lib/features/auth/server/verify-email';
import { deviceOf, signDevice } from '@/lib/runtime/device';
import { createMember } from '@/tests/factories/people';
import { countStatements } from '@/tests/support/count-statements';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const OLD = 'Drill!2345';
const NEW = 'Kupfer7!bohr';
const FROM = { address: '192.0.2.1', locale: 'ko' } as const;
const MINUTE = 60_000;

describe('letters', () => {
  const env = useTestEnv();
  let passwordHash: string;

  beforeAll(async () => {
    passwordHash = await hashPassword(OLD);
  });
  afterEach(async () => {
    env.letters.length = 0;
    await env.db.rateLimit.deleteMany();
  });

  async function member(overrides = {}) {
    const made = await createMember(env.db, { passwordHash, ...overrides });
    const { email } = await env.db.user.findUniqueOrThrow({ where: { id: made.id } });
    return { actor: made, email: email ?? '' };
  }

  async function ask(email: string, from: { address: string; locale: 'ko' | 'en' } = FROM) {
    const answer = await requestPasswordReset(env.ctx(), { email }, from);
    await env.settled();
    return answer;
  }

  function tokenInLetter(index = 0): string {
    const link = /http:\/\/site\.example\/\S+\?token=([\w-]+)/.exec(env.letters[index]?.text ?? '');
    return link?.[1] ?? 'no link in the letter';
  }

  const reset = (token: string, password = NEW) =>
    resetPassword(env.ctx(), { token, password, passwordConfirm: password });
  const signIn = (email: string, password: string) =>
    verifyCredentials(env.ctx(), { email, password }, { address: FROM.address });

  describe('that set a new password', () => {
    it('let the owner of the address choose one, once, and verify the address', async () => {
      const { actor, email } = await member();
      await ask(` ${email.toUpperCase()} `);
      expect(env.letters).toHaveLength(1);
      expect(env.letters[0]).toMatchObject({ to: email, subject: '[이거대여] 비밀번호를 다시 정해 주세요' });
      const token = tokenInLetter();
      await reset(token);
      await expect(signIn(email, NEW)).resolves.toMatchObject({ userId: actor.id });
      expect(await refusalOf(signIn(email, OLD))).toMatchObject({ key: 'auth.wrong' });
      const user = await env.db.user.findUniqueOrThrow({ where: { id: actor.id } });
      expect(user.emailVerifiedAt).not.toBeNull();
      expect(await refusalOf(reset(token, 'Other!2345'))).toMatchObject({ key: 'auth.linkEnded' });
      await expect(signIn(email, NEW)).resolves.toBeDefined();
    });

    it('make the browser a known one, so that strangers who guess do not keep the owner out', async () => {
      const { actor, email } = await member();
      const guess = (network: number) =>
        verifyCredentials(
          env.ctx(),
          { email, password: 'Wrong!9999' },
          { address: `198.51.100.${network}` },
        ).catch(() => undefined);
      for (let network = 0; network < 12; network += 1)
        await Promise.all(Array.from({ length: 5 }, () => guess(network)));
      await ask(email);
      const { userId } = await reset(tokenInLetter());
      expect(userId).toBe(actor.id);
      expect(await refusalOf(signIn(email, NEW))).toMatchObject({ code: 'RATE_LIMITED' });
      const secret = 'a secret of the tests that is long enough for all';
      const device = await deviceOf(await signDevice(null, userId, secret), secret);
      const place = { address: FROM.address, device };
      await expect(verifyCredentials(env.ctx(), { email, password: NEW }, place)).resolves.toBeTruthy();
    });

    it('end every session, socket and token of the member', async () => {
      const { actor, email } = await member();
      const claims = await signIn(email, OLD);
      const { refreshToken } = await issueTokens(
        env.ctx(),
        { email, password: OLD },
        { address: '192.0.2.9' },
      );
      await ask(email);
      env.events.length = 0;
      await reset(tokenInLetter());
      await expect(resolveActor(env.db, claims)).resolves.toEqual({ kind: 'visitor' });
      expect(env.events).toContainEqual({ type: 'sessions.ended', userId: actor.id });
      expect(await env.db.refreshToken.count({ where: { userId: actor.id } })).toBe(0);
      expect(refreshToken).not.toBe('');
    });

    it('give the same answer after the same work for an address that nobody has', async () => {
      const { email } = await member();
      const suspended = await member({ status: 'SUSPENDED' });
      const answers: unknown[] = [];
      const statements: number[] = [];
      for (const address of [email, 'nobody@example.com', suspended.email]) {
        const ctx = { ...env.ctx(), afterwards: () => undefined };
        const count = await countStatements(async () => {
          answers.push(await requestPasswordReset(ctx, { email: address }, FROM));
        });
        statements.push(count);
      }
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(new Set(statements).size).toBe(1);
      await ask('nobody@example.com');
      await ask(suspended.email);
      expect(env.letters).toEqual([]);
    });

    it('end after 30 minutes', async () => {
      const { email } = await member();
      await ask(email);
      env.clock.advance(30 * MINUTE + 1);
      expect(await refusalOf(reset(tokenInLetter()))).toMatchObject({
        code: 'INVALID',
        key: 'auth.linkEnded',
      });
      await expect(signIn(email, OLD)).resolves.toBeDefined();
    });

    it('work once for ten who use one at the same time', async () => {
      const { email } = await member();
      await ask(email);
      const token = tokenInLetter();
      const tries = await Promise.allSettled(
        Array.from({ length: 10 }, (_, index) => reset(token, `Kupfer!${index}bohr`)),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('end all when one was used, and when the password was changed otherwise', async () => {
      const { actor, email } = await member();
      await ask(email);
      await ask(email);
      await reset(tokenInLetter(0));
      expect(await refusalOf(reset(tokenInLetter(1)))).toMatchObject({ key: 'auth.linkEnded' });
      await ask(email);
      const change = { currentPassword: NEW, password: OLD, passwordConfirm: OLD };
      await changePassword(env.ctx(actor), change, { address: FROM.address });
      expect(await refusalOf(reset(tokenInLetter(2)))).toMatchObject({ key: 'auth.linkEnded' });
    });

    it('refuse a weak password and two that differ, and stay open', async () => {
      const { email } = await member();
      await ask(email);
      const token = tokenInLetter();
      expect(await refusalOf(reset(token, 'weak'))).toMatchObject({ fields: { password: 'auth.password' } });
      const differing = { token, password: NEW, passwordConfirm: `${NEW}x` };
      expect(await refusalOf(resetPassword(env.ctx(), differing))).toMatchObject({
        fields: { passwordConfirm: 'auth.passwordConfirm' },
      });
      await reset(token);
    });

    it('undo a sign-in with Kakao, whoever linked it, and say so', async () => {
      const { actor, email } = await member();
      const account = { userId: actor.id, provider: 'kakao', providerAccountId: `k${actor.id}` };
      await env.db.account.create({ data: account });
      await ask(email);
      expect(await reset(tokenInLetter())).toEqual({ userId: actor.id, isKakaoUnlinked: true });
      expect(await env.db.account.count({ where: { userId: actor.id } })).toBe(0);
      // The address is verified by now.
      await env.db.account.create({ data: account });
      await ask(email);
      await reset(tokenInLetter(1), OLD);
      expect(await env.db.account.count({ where: { userId: actor.id } })).toBe(0);
      await ask(email);
      expect(await reset(tokenInLetter(2))).toEqual({ userId: actor.id, isKakaoUnlinked: false });
    });

    it('tell a member of Kakao that there is no password, without a link that makes one', async () => {
      const { email } = await member({ passwordHash: null });
      await ask(email, { ...FROM, locale: 'en' });
      expect(env.letters[0]?.subject).toBe('[Egodaeyeo] You sign in with Kakao');
      expect(await env.db.emailToken.count({ where: { email } })).toBe(0);
    });

    it('are three an hour for an address of mail, known or not', async () => {
      for (const email of [(await member()).email, 'unknown@example.com']) {
        for (let count = 0; count < 3; count += 1) await ask(email);
        expect(await refusalOf(ask(email))).toMatchObject({
          code: 'RATE_LIMITED',
          key: 'auth.tooManyLetters',
        });
      }
    });

    it('are kept as digests only', async () => {
      const { email } = await member();
      await ask(email);
      const [row] = await env.db.emailToken.findMany({ where: { email } });
      expect(JSON.stringify(row)).not.toContain(tokenInLetter());
    });

    it('link to the address of the site, whatever a client sends as Host', async () => {
      const { email } = await member();
      await ask(email);
      const links = [...(env.letters[0]?.html ?? '').matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) expect(link).toMatch(/^http:\/\/site\.example\/reset-password\?token=/);
    });
  });

  describe('that verify an address', () => {
    it('come after sign-up and work for a day', async () => {
      const input = { email: 'new@example.com', password: OLD, passwordConfirm: OLD, nickname: '새이웃' };
      const { userId } = await signUp(env.ctx(), { ...input, regionCode: '11680' }, FROM);
      await env.settled();
      expect(env.letters[0]).toMatchObject({
        to: input.email,
        subject: '[이거대여] 이메일 주소를 확인해 주세요',
      });
      env.clock.advance(23 * 60 * MINUTE);
      await verifyEmail(env.ctx(), { token: tokenInLetter() });
      const user = await env.db.user.findUniqueOrThrow({ where: { id: userId } });
      expect(user.emailVerifiedAt).toEqual(env.clock.now);
      expect(await refusalOf(verifyEmail(env.ctx(), { token: tokenInLetter() }))).toMatchObject({
        key: 'auth.linkEnded',
      });
    });

    it('come again on demand, five an hour, and not to a visitor or once verified', async () => {
      const { actor } = await member();
      const send = () => requestEmailVerification(env.ctx(actor), FROM);
      for (let count = 0; count < 5; count += 1) await send();
      expect(await refusalOf(send())).toMatchObject({ code: 'RATE_LIMITED' });
      await env.settled();
      await verifyEmail(env.ctx(), { token: tokenInLetter(2) });
      expect(await refusalOf(send())).toMatchObject({ code: 'CONFLICT', key: 'auth.emailVerified' });
      expect(await refusalOf(requestEmailVerification(env.ctx(), FROM))).toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    });

    it('do not set a password, nor the other way round', async () => {
      const { actor, email } = await member();
      await requestEmailVerification(env.ctx(actor), FROM);
      await env.settled();
      expect(await refusalOf(reset(tokenInLetter()))).toMatchObject({ key: 'auth.linkEnded' });
      await ask(email);
      expect(await refusalOf(verifyEmail(env.ctx(), { token: tokenInLetter(1) }))).toMatchObject({
        key: 'auth.linkEnded',
      });
    });

    it.each(['', 'x', '../../etc', 'a'.repeat(101), null, 7, { $gt: '' }, '한글'.repeat(20)])(
      'refuse %p as a link that ended',
      async (token) => {
        expect(await refusalOf(verifyEmail(env.ctx(), { token: token as string }))).toMatchObject({
          code: 'INVALID',
          fields: { token: 'auth.linkEnded' },
        });
      },
    );
  });

  it('a letter that cannot be sent leaves the answer as it was', async () => {
    const { email } = await member();
    const failures: unknown[] = [];
    const ctx = {
      ...env.ctx(),
      mail: { send: () => Promise.reject(new Error('no route')) },
      afterwards: (work: () => Promise<void>) => void work().catch((error) => failures.push(error)),
    };
    await expect(requestPasswordReset(ctx, { email }, FROM)).resolves.toEqual({ sent: true });
  });

  it('what nobody can use any more is removed, what somebody can stays', async () => {
    const { actor, email } = await member();
    await ask(email);
    const key = { userId: actor.id, operation: 'x', requestHash: 'x' };
    await env.db.idempotencyKey.create({
      data: { ...key, key: 'old', createdAt: new Date(env.clock.now.getTime() - 25 * 60 * MINUTE) },
    });
    await env.db.idempotencyKey.create({ data: { ...key, key: 'new', createdAt: env.clock.now } });
    await removeEndedTokens(env.ctx({ kind: 'system' }));
    expect(await env.db.emailToken.count({ where: { email } })).toBe(1);
    expect(await env.db.idempotencyKey.findMany({ select: { key: true } })).toEqual([{ key: 'new' }]);
    env.clock.advance(9 * 24 * 60 * MINUTE);
    await removeEndedTokens(env.ctx({ kind: 'system' }));
    expect(await env.db.emailToken.count()).toBe(0);
  });
});
