import { randomUUID } from 'node:crypto';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { resolveActor } from '@/lib/features/auth/server/resolve-actor';
import { verifyCredentials } from '@/lib/features/auth/server/verify-credentials';
import { createMember } from '@/tests/factories/people';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const PASSWORD = 'Drill!2345';
const HOME = { address: '203.0.113.7' };

describe('signing in with e-mail and password', () => {
  const env = useTestEnv();
  let passwordHash: string;

  beforeAll(async () => {
    passwordHash = await hashPassword(PASSWORD);
  });

  afterEach(async () => {
    await env.db.rateLimit.deleteMany();
  });

  async function memberWithPassword(overrides = {}) {
    const member = await createMember(env.db, { passwordHash, ...overrides });
    const { email } = await env.db.user.findUniqueOrThrow({ where: { id: member.id } });
    return { member, email: email ?? '' };
  }

  const signIn = (email: string, password = PASSWORD, from = HOME) =>
    verifyCredentials(env.ctx(), { email, password }, from);

  async function failOften(email: string, times: number, from = HOME) {
    for (let count = 0; count < times; count += 1) await refusalOf(signIn(email, 'Wrong!9999', from));
  }

  it('gives claims that resolve to the member', async () => {
    const { member, email } = await memberWithPassword();
    const claims = await signIn(email);
    await expect(resolveActor(env.db, claims)).resolves.toMatchObject({ kind: 'member', id: member.id });
  });

  it('does not tell a wrong password from an unknown address, nor from a member without a password', async () => {
    const { email } = await memberWithPassword();
    const fromKakao = await memberWithPassword({ passwordHash: null });
    const refusals = await Promise.all([
      refusalOf(signIn(email, 'Wrong!9999')),
      refusalOf(signIn('nobody@example.com')),
      refusalOf(signIn(fromKakao.email)),
      refusalOf(signIn('not an address \0')),
    ]);
    for (const refusal of refusals) {
      expect(refusal).toEqual({ code: 'INVALID', key: 'auth.wrong', fields: {} });
    }
  });

  it('leaves one line a try: whose, from which browser, and why not, without address or password', async () => {
    const { member, email } = await memberWithPassword();
    const device = { id: randomUUID(), members: [member.id] };
    const begin = env.notes.length;
    await signIn(email);
    await verifyCredentials(env.ctx(), { email, password: PASSWORD }, { ...HOME, device });
    await failOften(email, 11);
    await refusalOf(signIn('nobody@example.com'));
    const tries = env.notes.slice(begin).filter(({ message }) => message === 'sign-in');
    const known = (outcome: string) =>
      expect.objectContaining({ way: 'password', outcome, member: member.id });
    expect(tries.map(({ fields }) => fields)).toEqual([
      known('ok'),
      expect.objectContaining({ outcome: 'ok', device: expect.stringMatching(/^[0-9a-f]{12}$/) }),
      ...Array.from({ length: 10 }, () => known('auth.wrong')),
      known('auth.tooMany'),
      expect.objectContaining({ outcome: 'auth.wrong', member: undefined }),
    ]);
    const written = JSON.stringify(tries);
    for (const secret of [email, 'nobody@', PASSWORD, 'Wrong!', HOME.address, device.id])
      expect(written).not.toContain(secret);
  });

  it('works as long for an unknown address', async () => {
    const { email } = await memberWithPassword();
    await refusalOf(signIn('warm@example.com'));
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      known.push(await timeOf(refusalOf(signIn(email, 'Wrong!9999'))));
      unknown.push(await timeOf(refusalOf(signIn(`nobody${round}@example.com`))));
    }
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.5);
  });

  it('lets nobody in who has left', async () => {
    const { member, email } = await memberWithPassword();
    const gone = { email: null, nickname: null, passwordHash: null, withdrawnAt: new Date() };
    await env.db.user.update({ where: { id: member.id }, data: { status: 'WITHDRAWN', ...gone } });
    expect(await refusalOf(signIn(email))).toMatchObject({ code: 'INVALID', key: 'auth.wrong' });
  });

  it('tells a suspended member why, and only whoever knows the password', async () => {
    const { email } = await memberWithPassword({ status: 'SUSPENDED', suspendedReason: '사기 신고' });
    expect(await refusalOf(signIn(email))).toMatchObject({ code: 'FORBIDDEN', key: 'auth.suspendedBecause' });
    expect(await refusalOf(signIn(email, 'Wrong!9999'))).toMatchObject({ key: 'auth.wrong' });
  });

  it('2022 fault: no throttle after 30 wrong logins', async () => {
    const { email } = await memberWithPassword();
    await failOften(email, 10);
    await expect(signIn(email)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      reason: { key: 'auth.tooMany', values: { minutes: 15 } },
      retryAfterSeconds: expect.any(Number),
    });
  });

  it('counts tries that come at once', async () => {
    const { email } = await memberWithPassword();
    const refusals = await Promise.all(
      Array.from({ length: 30 }, () => refusalOf(signIn(email, 'Wrong!9999'))),
    );
    expect(refusals.filter(({ code }) => code === 'INVALID')).toHaveLength(10);
  });

  it('does not lock the owner out who comes from elsewhere', async () => {
    const { email } = await memberWithPassword();
    await failOften(email, 11);
    await expect(signIn(email, PASSWORD, { address: '198.51.100.4' })).resolves.toBeTruthy();
  });

  it('does not fall for another spelling of the address, or another host of the same IPv6 network', async () => {
    const { email } = await memberWithPassword();
    await failOften(email, 10, { address: '2001:db8:1:2::1' });
    const spelled = signIn(` ${email.toUpperCase()}`, PASSWORD, { address: '2001:db8:1:2:ffff::9' });
    expect(await refusalOf(spelled)).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('starts at none again after a success', async () => {
    const { email } = await memberWithPassword();
    await failOften(email, 9);
    await signIn(email);
    await failOften(email, 9);
    await expect(signIn(email)).resolves.toBeTruthy();
  });

  it('opens again when the 15 minutes are over', async () => {
    const { email } = await memberWithPassword();
    await failOften(email, 11);
    await env.db.rateLimit.updateMany({ data: { expire: Date.now() - 1 } });
    await expect(signIn(email)).resolves.toBeTruthy();
  });

  it('limits an address over all accounts, and does not charge it for successes', async () => {
    const { email } = await memberWithPassword();
    for (let count = 0; count < 12; count += 1) await signIn(email);
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => refusalOf(signIn(`guess${index}@example.com`, 'Wrong!9999'))),
    );
    expect(await refusalOf(signIn(email))).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('waits twice as long each time, for whoever comes back to try more', async () => {
    const { email } = await memberWithPassword();
    const minutes: unknown[] = [];
    for (let round = 0; round < 3; round += 1) {
      await failOften(email, 10);
      const refusal = await signIn(email, 'Wrong!9999').catch((error) => error);
      minutes.push(refusal.reason?.values?.minutes);
      await env.db.rateLimit.updateMany({
        where: { key: { startsWith: 'sign-in-account:' } },
        data: { expire: Date.now() - 1 },
      });
    }
    expect(minutes).toEqual([15, 30, 60]);
  });

  it('holds up strangers from many networks together, and not the owner on a device of theirs', async () => {
    const { member, email } = await memberWithPassword();
    for (let network = 0; network < 12; network += 1) {
      await Promise.all(
        Array.from({ length: 5 }, () =>
          refusalOf(signIn(email, 'Wrong!9999', { address: `198.51.100.${network}` })),
        ),
      );
    }
    const fresh = { address: '192.0.2.200' };
    expect(await refusalOf(signIn(email, PASSWORD, fresh))).toMatchObject({ code: 'RATE_LIMITED' });
    const device = { id: randomUUID(), members: [member.id] };
    await expect(
      verifyCredentials(env.ctx(), { email, password: PASSWORD }, { ...fresh, device }),
    ).resolves.toBeTruthy();
    const another = { ...fresh, device: { id: randomUUID(), members: [randomUUID()] } };
    expect(
      await refusalOf(verifyCredentials(env.ctx(), { email, password: PASSWORD }, another)),
    ).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('a device of the owner has tries of its own, and no more', async () => {
    const { member, email } = await memberWithPassword();
    const device = { id: randomUUID(), members: [member.id] };
    const tryIt = (password: string) =>
      verifyCredentials(env.ctx(), { email, password }, { ...HOME, device });
    for (let count = 0; count < 10; count += 1) await refusalOf(tryIt('Wrong!9999'));
    expect(await refusalOf(tryIt(PASSWORD))).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('keeps no address of anybody in the counters', async () => {
    await refusalOf(signIn('somebody@example.com'));
    const rows = await env.db.rateLimit.findMany();
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows.map(({ key }) => key))).not.toMatch(/somebody|203\.0/);
  });

  it.each([[undefined], [null], [{ email: 1 }], [{ email: 'a@b.co', password: { $ne: 1 } }]])(
    'refuses %j and does not fail',
    async (input) => {
      const refusal = await refusalOf(verifyCredentials(env.ctx(), input, HOME));
      expect(refusal).toMatchObject({ code: 'INVALID', key: 'auth.wrong' });
    },
  );
});

async function timeOf(work: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work;
  return performance.now() - start;
}
