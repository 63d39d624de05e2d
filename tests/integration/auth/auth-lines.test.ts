import { randomBytes, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { changePassword } from '@/lib/features/account/server/change-password';
import { confirmPassword } from '@/lib/features/admin/server/confirm-password';
import { beginTwoStep } from '@/lib/features/auth/server/begin-two-step';
import { confirmTwoStep } from '@/lib/features/auth/server/confirm-two-step';
import { issueEmailToken } from '@/lib/features/auth/server/email-tokens';
import { endTwoStep } from '@/lib/features/auth/server/end-two-step';
import { linkKakao, unlinkKakao } from '@/lib/features/auth/server/link-kakao';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { renewRecoveryCodes } from '@/lib/features/auth/server/renew-recovery-codes';
import { resetPassword } from '@/lib/features/auth/server/reset-password';
import { signInWithKakao } from '@/lib/features/auth/server/sign-in-with-kakao';
import { signUp } from '@/lib/features/auth/server/sign-up';
import { issueTokens, refreshTokens } from '@/lib/features/auth/server/tokens';
import { verifyCredentials } from '@/lib/features/auth/server/verify-credentials';
import { createMember } from '@/tests/factories/people';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const PASSWORD = 'Kupfer7!bohr';
const OTHER = 'Zange9!feile';
const HERE = { address: '203.0.113.7', locale: 'ko' } as const;

/** OWASP ASVS 5.0, 16.3.1: what concerns how somebody signs in leaves a line, done or refused. */
describe('the lines of signing in and of what belongs to it', () => {
  const env = useTestEnv();
  let passwordHash: string;
  let begin = 0;

  beforeAll(async () => {
    passwordHash = await hashPassword(PASSWORD);
  });
  beforeEach(() => {
    begin = env.notes.length;
  });

  async function person() {
    const email = `${randomBytes(4).toString('hex')}@example.com`;
    const member = await createMember(env.db, { email, passwordHash });
    return { email, member, ctx: env.ctx(member) };
  }

  /** `act outcome` of each line since the test began */
  const acts = () =>
    lines('authentication').map(({ fields: { act, outcome } }) => `${String(act)} ${String(outcome)}`);
  function lines(message: string) {
    return env.notes.slice(begin).filter((note) => note.message === message) as {
      level: string;
      fields: Record<string, unknown>;
    }[];
  }
  function expectNoSecret(...secrets: string[]) {
    const written = JSON.stringify(env.notes.slice(begin));
    for (const secret of [PASSWORD, OTHER, HERE.address, ...secrets]) expect(written).not.toContain(secret);
  }

  it('a sign-up, with the id of the new member', async () => {
    const unique = randomBytes(4).toString('hex');
    const email = `${unique}@example.com`;
    const input = { email, password: PASSWORD, passwordConfirm: PASSWORD, nickname: `n${unique}` };
    const { userId } = await signUp(env.ctx(), { ...input, regionCode: '11680' }, HERE);
    expect(lines('authentication').map(({ fields }) => fields)).toEqual([
      { act: 'sign-up', outcome: 'ok', member: userId, requestId: expect.any(String) },
    ]);
    expectNoSecret(email, unique);
  });

  it('a password that is asked for once more, changed, and set anew by a letter', async () => {
    const { email, member, ctx } = await person();
    const change = (currentPassword: string, password: string) =>
      changePassword(ctx, { currentPassword, password, passwordConfirm: password }, HERE);
    await refusalOf(change('Wrong!9999', OTHER));
    await change(PASSWORD, OTHER);
    const token = await issueEmailToken(ctx, 'RESET_PASSWORD', { userId: member.id, email });
    const reset = { token, password: PASSWORD, passwordConfirm: PASSWORD };
    await resetPassword(env.ctx(), reset);
    await refusalOf(resetPassword(env.ctx(), reset));
    expect(acts()).toEqual([
      'password-asked account.wrongPassword',
      'password-asked ok',
      'password-change ok',
      'password-reset ok',
      'password-reset auth.linkEnded',
    ]);
    const members = lines('authentication').map(({ fields }) => fields.member);
    expect(members).toEqual([member.id, member.id, member.id, member.id, undefined]);
    expectNoSecret(email, token, 'Wrong!9999');
  });

  it('two steps: on, tried, renewed, off, and by what somebody signed in', async () => {
    const { email, ctx } = await person();
    const signIn = (otp?: string) =>
      verifyCredentials(env.ctx(), { email, password: PASSWORD, ...(otp && { otp }) }, HERE);
    await signIn();
    const { key } = await beginTwoStep(ctx, { currentPassword: PASSWORD }, HERE);
    const codeNow = () =>
      new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: env.clock.now.getTime() });
    await refusalOf(confirmTwoStep(ctx, { otp: '000000' }, HERE));
    const { recoveryCodes } = await confirmTwoStep(ctx, { otp: codeNow() }, HERE);
    env.clock.advance(60_000);
    await signIn(codeNow());
    await signIn(recoveryCodes[0]);
    await refusalOf(signIn('000000'));
    env.clock.advance(60_000);
    await renewRecoveryCodes(ctx, { otp: codeNow() }, HERE);
    env.clock.advance(60_000);
    await endTwoStep(ctx, { currentPassword: PASSWORD, otp: codeNow() }, HERE);
    const signedIn = lines('sign-in').map(({ fields }) => [fields.outcome, fields.factor]);
    expect(signedIn).toEqual([
      ['ok', 'password'],
      ['ok', 'password+code'],
      ['ok', 'password+recovery-code'],
      ['auth.codeWrong', undefined],
    ]);
    expect(acts()).toEqual([
      'password-asked ok',
      'two-step-on auth.codeWrong',
      'two-step-on ok',
      'code-asked ok',
      'code-asked ok',
      'code-asked auth.codeWrong',
      'code-asked ok',
      'recovery-codes ok',
      'password-asked ok',
      'code-asked ok',
      'two-step-off ok',
    ]);
    expectNoSecret(email, key, ...recoveryCodes);
  });

  it('Kakao, linked, signed in with, and taken away', async () => {
    const { ctx, member } = await person();
    const kakao = { kakaoId: String(randomInt(2 ** 40)), email: null, nickname: '카카오친구' };
    await linkKakao(ctx, kakao);
    await signInWithKakao(env.ctx(), kakao);
    await unlinkKakao(ctx, { currentPassword: PASSWORD }, HERE);
    expect(acts()).toEqual(['kakao-link ok', 'password-asked ok', 'kakao-unlink ok']);
    expect(lines('sign-in')[0]?.fields).toMatchObject({ factor: 'kakao', outcome: 'ok', member: member.id });
    expectNoSecret(kakao.kakaoId, kakao.nickname);
  });

  it('a refresh token that comes a second time, as a warning', async () => {
    const { email, member } = await person();
    const { refreshToken } = await issueTokens(env.ctx(), { email, password: PASSWORD }, HERE);
    await refreshTokens(env.ctx(), { refreshToken });
    await refusalOf(refreshTokens(env.ctx(), { refreshToken }));
    const [line, ...more] = lines('authentication');
    expect([line?.level, line?.fields.member, acts(), more]).toEqual([
      'warn',
      member.id,
      ['token-reused auth.tokenEnded'],
      [],
    ]);
    expectNoSecret(refreshToken, email);
  });

  it('an admin’s password before what takes something away', async () => {
    const admin = await createMember(env.db, { role: 'ADMIN', passwordHash });
    await refusalOf(confirmPassword(env.ctx(admin), admin.id, 'Wrong!9999'));
    await confirmPassword(env.ctx(admin), admin.id, PASSWORD);
    expect(acts()).toEqual(['admin-password-asked admin.wrongPassword', 'admin-password-asked ok']);
  });
});
