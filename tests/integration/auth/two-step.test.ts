import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { changePassword } from '@/lib/features/account/server/change-password';
import { getAccount } from '@/lib/features/account/server/get-account';
import { withdraw } from '@/lib/features/account/server/withdraw';
import { listMembers } from '@/lib/features/admin/server/members';
import { removeTwoStep, removeTwoStepOf } from '@/lib/features/admin/server/remove-two-step';
import { beginTwoStep } from '@/lib/features/auth/server/begin-two-step';
import { confirmTwoStep } from '@/lib/features/auth/server/confirm-two-step';
import { issueEmailToken } from '@/lib/features/auth/server/email-tokens';
import { endTwoStep } from '@/lib/features/auth/server/end-two-step';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { renewRecoveryCodes } from '@/lib/features/auth/server/renew-recovery-codes';
import { resetPassword } from '@/lib/features/auth/server/reset-password';
import { resolveActor } from '@/lib/features/auth/server/resolve-actor';
import { issueTokens } from '@/lib/features/auth/server/tokens';
import { verifyCredentials } from '@/lib/features/auth/server/verify-credentials';
import { createMember } from '@/tests/factories/people';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const PASSWORD = 'Right!2345';
const HERE = { address: '203.0.113.7' };

describe('2단계 인증', () => {
  const env = useTestEnv();
  let passwordHash: string;
  let count = 0;

  beforeAll(async () => {
    passwordHash = await hashPassword(PASSWORD);
  });

  async function createPerson() {
    count += 1;
    const email = `two-step-${count}@example.com`;
    const member = await createMember(env.db, { email, passwordHash });
    const signIn = (otp?: string, password = PASSWORD, from: typeof HERE = HERE) =>
      verifyCredentials(env.ctx(), { email, password, ...(otp !== undefined && { otp }) }, from);
    return { member, email, signIn };
  }

  async function createCareful() {
    const person = await createPerson();
    const ctx = env.ctx(person.member);
    const { key } = await beginTwoStep(ctx, { currentPassword: PASSWORD }, HERE);
    const codeAt = (ms = 0) => codeOf(key, new Date(env.clock.now.getTime() + ms));
    const started = await confirmTwoStep(ctx, { otp: codeAt() }, HERE);
    env.clock.advance(60_000);
    return { ...person, ...started, key, codeAt };
  }

  it('asks for a code after the right password alone, and takes it', async () => {
    const { member, signIn, codeAt } = await createCareful();
    expect(await refusalOf(signIn(undefined, 'Wrong!2345'))).toMatchObject({
      code: 'INVALID',
      key: 'auth.wrong',
    });
    expect(await refusalOf(signIn(codeAt(), 'Wrong!2345'))).toMatchObject({ key: 'auth.wrong' });
    expect(await refusalOf(signIn())).toMatchObject({
      code: 'UNAUTHENTICATED',
      fields: { otp: 'auth.codeRequired' },
    });
    expect(await refusalOf(signIn('000000'))).toMatchObject({
      code: 'INVALID',
      fields: { otp: 'auth.codeWrong' },
    });
    const code = codeAt();
    await expect(signIn(` ${code.slice(0, 3)} ${code.slice(3)} `)).resolves.toMatchObject({
      userId: member.id,
    });
  });

  it('takes a code once, whoever comes with it at the same time, and none of before', async () => {
    const { signIn, codeAt } = await createCareful();
    const [before, now] = [codeAt(-30_000), codeAt()];
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => signIn(now)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(signIn(now))).toMatchObject({ fields: { otp: 'auth.codeWrong' } });
    expect(await refusalOf(signIn(before))).toMatchObject({ fields: { otp: 'auth.codeWrong' } });
    env.clock.advance(30_000);
    await signIn(codeAt());
  });

  it('stays on when the password is set anew by a letter', async () => {
    const { member, email, signIn, codeAt } = await createCareful();
    const token = await issueEmailToken(env.ctx(), 'RESET_PASSWORD', { userId: member.id, email });
    const password = 'Kupfer7!bohr';
    await resetPassword(env.ctx(), { token, password, passwordConfirm: password });
    expect(await refusalOf(signIn(undefined, password))).toMatchObject({
      code: 'UNAUTHENTICATED',
      fields: { otp: 'auth.codeRequired' },
    });
    await expect(signIn(codeAt(), password)).resolves.toMatchObject({ userId: member.id });
  });

  it('takes each recovery code once, however it is written', async () => {
    const { member, recoveryCodes, signIn } = await createCareful();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = '', second = ''] = recoveryCodes;
    const tries = await Promise.allSettled([signIn(first), signIn(first.toUpperCase().replace('-', ' '))]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await signIn(second.replace('-', ''));
    expect((await getAccount(env.ctx(member))).recoveryCodes).toBe(8);
    const stored = JSON.stringify(await env.db.recoveryCode.findMany({ where: { userId: member.id } }));
    for (const code of recoveryCodes) expect(stored).not.toContain(code.replace('-', ''));
  });

  it('counts for nothing until a first code was typed, and keeps the secret sealed', async () => {
    const { member, signIn } = await createPerson();
    const { key, uri } = await beginTwoStep(env.ctx(member), { currentPassword: PASSWORD }, HERE);
    expect(uri).toContain(key);
    await signIn();
    expect((await getAccount(env.ctx(member))).recoveryCodes).toBeNull();
    const wrong = confirmTwoStep(env.ctx(member), { otp: '12' }, HERE);
    expect(await refusalOf(wrong)).toMatchObject({ fields: { otp: 'auth.codeWrong' } });
    await signIn();
    const { secret } = await env.db.secondFactor.findUniqueOrThrow({ where: { userId: member.id } });
    expect(Buffer.from(secret).toString('latin1')).not.toContain(key);
    // Asked for again, the first key is none any more.
    await beginTwoStep(env.ctx(member), { currentPassword: PASSWORD }, HERE);
    const old = confirmTwoStep(env.ctx(member), { otp: codeOf(key, env.clock.now) }, HERE);
    expect(await refusalOf(old)).toMatchObject({ fields: { otp: 'auth.codeWrong' } });
  });

  it('is begun, and ended, with the password only', async () => {
    const { member } = await createPerson();
    const begin = (currentPassword: string) => beginTwoStep(env.ctx(member), { currentPassword }, HERE);
    expect(await refusalOf(begin('Wrong!2345'))).toMatchObject({
      fields: { currentPassword: 'account.wrongPassword' },
    });
    const careful = await createCareful();
    const ctx = env.ctx(careful.member);
    expect(await refusalOf(beginTwoStep(ctx, { currentPassword: PASSWORD }, HERE))).toMatchObject({
      code: 'CONFLICT',
      key: 'auth.twoStepOn',
    });
    const end = (currentPassword: string, otp: string) => endTwoStep(ctx, { currentPassword, otp }, HERE);
    expect(await refusalOf(end('Wrong!2345', careful.codeAt()))).toMatchObject({
      fields: { currentPassword: 'account.wrongPassword' },
    });
    expect(await refusalOf(end(PASSWORD, '000000'))).toMatchObject({ fields: { otp: 'auth.codeWrong' } });
    await end(PASSWORD, careful.codeAt());
    await careful.signIn();
    expect(await env.db.recoveryCode.count({ where: { userId: careful.member.id } })).toBe(0);
    expect(await refusalOf(end(PASSWORD, '000000'))).toMatchObject({ code: 'CONFLICT' });
    const kakaoOnly = await createMember(env.db);
    const none = beginTwoStep(env.ctx(kakaoOnly), { currentPassword: 'x' }, HERE);
    expect(await refusalOf(none)).toMatchObject({ code: 'FORBIDDEN', key: 'account.noPassword' });
  });

  it('ends every session when it is switched on and off, but for the one that is begun then', async () => {
    const { member } = await createPerson();
    const ctx = env.ctx(member);
    const old = { userId: member.id, sessionVersion: 1 };
    const { key } = await beginTwoStep(ctx, { currentPassword: PASSWORD }, HERE);
    await expect(resolveActor(env.db, old)).resolves.toMatchObject({ kind: 'member' });
    env.events.length = 0;
    const { claims } = await confirmTwoStep(ctx, { otp: codeOf(key, env.clock.now) }, HERE);
    await expect(resolveActor(env.db, old)).resolves.toEqual({ kind: 'visitor' });
    await expect(resolveActor(env.db, claims)).resolves.toMatchObject({ id: member.id });
    expect(env.events).toEqual([{ type: 'sessions.ended', userId: member.id }]);
    env.clock.advance(30_000);
    const otp = codeOf(key, env.clock.now);
    const after = await endTwoStep(ctx, { currentPassword: PASSWORD, otp }, HERE);
    await expect(resolveActor(env.db, claims)).resolves.toEqual({ kind: 'visitor' });
    await expect(resolveActor(env.db, after)).resolves.toMatchObject({ id: member.id });
  });

  it('gives new recovery codes for a code; those before are over', async () => {
    const { member, recoveryCodes, signIn, codeAt } = await createCareful();
    const renew = (otp: string) => renewRecoveryCodes(env.ctx(member), { otp }, HERE);
    expect(await refusalOf(renew('111111'))).toMatchObject({ fields: { otp: 'auth.codeWrong' } });
    const [fresh = ''] = await renew(codeAt());
    expect(await refusalOf(signIn(recoveryCodes[0]))).toMatchObject({ fields: { otp: 'auth.codeWrong' } });
    await signIn(fresh);
    const { member: other } = await createPerson();
    const none = renewRecoveryCodes(env.ctx(other), { otp: '111111' }, HERE);
    expect(await refusalOf(none)).toMatchObject({ code: 'CONFLICT' });
  });

  it('a new password asks for a code, which a refused password does not use up', async () => {
    const { member, codeAt } = await createCareful();
    const code = codeAt();
    const change = (password: string, otp?: string) =>
      changePassword(
        env.ctx(member),
        { currentPassword: PASSWORD, password, passwordConfirm: password, otp },
        HERE,
      );
    expect(await refusalOf(change('Kupfer!7bohr'))).toMatchObject({
      code: 'UNAUTHENTICATED',
      fields: { otp: 'auth.codeRequired' },
    });
    expect(await refusalOf(change('Kupfer!7bohr', '000000'))).toMatchObject({
      fields: { otp: 'auth.codeWrong' },
    });
    expect(await refusalOf(change('Password1!', code))).toMatchObject({
      fields: { password: 'auth.passwordKnown' },
    });
    await change('Kupfer!7bohr', code);
  });

  it('bounds the tries at a code from one network, without holding up the owner elsewhere', async () => {
    const { signIn, codeAt } = await createCareful();
    let refusal = await refusalOf(signIn('000001'));
    for (let tries = 0; tries < 20 && refusal.code !== 'RATE_LIMITED'; tries += 1) {
      refusal = await refusalOf(signIn('000001'));
    }
    expect(refusal.code).toBe('RATE_LIMITED');
    expect((await refusalOf(signIn(codeAt()))).code).toBe('RATE_LIMITED');
    await signIn(codeAt(), PASSWORD, { address: '198.51.100.4' });
  });

  it('holds for programs: no token without a code', async () => {
    const { email, codeAt } = await createCareful();
    const ask = (otp?: string) => issueTokens(env.ctx(), { email, password: PASSWORD, otp }, HERE);
    expect(await refusalOf(ask())).toMatchObject({
      code: 'UNAUTHENTICATED',
      fields: { otp: 'auth.codeRequired' },
    });
    await expect(ask(codeAt())).resolves.toHaveProperty('refreshToken');
  });

  it('goes with who withdraws, and an admin takes it from who has lost everything', async () => {
    const gone = await createCareful();
    await withdraw(env.ctx(gone.member));
    expect(await env.db.secondFactor.count({ where: { userId: gone.member.id } })).toBe(0);
    const admin = await createMember(env.db, { role: 'ADMIN', passwordHash });
    const { member, email, signIn } = await createCareful();
    const input = { memberId: member.id, adminPassword: PASSWORD };
    expect(await refusalOf(removeTwoStep(env.ctx(member), input))).toMatchObject({ code: 'NOT_FOUND' });
    const guessed = removeTwoStep(env.ctx(admin), { ...input, adminPassword: 'Wrong!2345' });
    expect(await refusalOf(guessed)).toMatchObject({ fields: { adminPassword: 'admin.wrongPassword' } });
    const shown = async () => (await listMembers(env.ctx(admin), { q: email })).data[0]?.hasTwoStep;
    expect(await shown()).toBe(true);
    await removeTwoStep(env.ctx(admin), input);
    expect(await shown()).toBe(false);
    await signIn();
    const act = await env.db.auditLog.findFirst({ where: { targetId: member.id } });
    expect(act).toMatchObject({ action: 'member.twoStepRemoved', adminId: admin.id });
    expect(await refusalOf(removeTwoStep(env.ctx(admin), input))).toMatchObject({ code: 'CONFLICT' });
  });

  it('is taken from the command line where no admin can sign in', async () => {
    const { email, signIn, member } = await createCareful();
    const system = env.ctx({ kind: 'system' });
    expect(await refusalOf(removeTwoStepOf(env.ctx(member), { email }))).toMatchObject({ code: 'FORBIDDEN' });
    await removeTwoStepOf(system, { email });
    await signIn();
    expect(await refusalOf(removeTwoStepOf(system, { email }))).toMatchObject({ code: 'CONFLICT' });
    const nobody = removeTwoStepOf(system, { email: 'nobody@example.com' });
    expect(await refusalOf(nobody)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('bounds guesses from many networks to twenty a day, but not those of a known browser', async () => {
    const { member, signIn, codeAt, email } = await createCareful();
    const from = (tries: number) => ({ address: `192.0.2.${tries}` });
    let tries = 0;
    let refusal = await refusalOf(signIn('000001', PASSWORD, from(tries)));
    while (refusal.code !== 'RATE_LIMITED' && tries < 30) {
      tries += 1;
      refusal = await refusalOf(signIn('000001', PASSWORD, from(tries)));
    }
    expect([tries, refusal.code]).toEqual([20, 'RATE_LIMITED']);
    env.clock.advance(60_000);
    const device = { id: randomUUID(), members: [member.id] };
    const input = { email, password: PASSWORD, otp: codeAt() };
    await verifyCredentials(env.ctx(), input, { address: '192.0.2.99', device });
  });
});

function codeOf(key: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at.getTime() });
}
