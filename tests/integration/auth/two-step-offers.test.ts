import { Secret, TOTP } from 'otpauth';
import { beginTwoStep } from '@/lib/features/auth/server/begin-two-step';
import { confirmTwoStep } from '@/lib/features/auth/server/confirm-two-step';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { createMember } from '@/tests/factories/people';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const PASSWORD = 'Right!2345';
const HERE = { address: '203.0.113.7' };

describe('a key that is on offer', () => {
  const env = useTestEnv();

  it('is not switched on by a code of the one that it took the place of meanwhile', async () => {
    const member = await createMember(env.db, { passwordHash: await hashPassword(PASSWORD) });
    const userId = member.id;
    const { key } = await beginTwoStep(env.ctx(member), { currentPassword: PASSWORD }, HERE);
    const otp = new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: env.clock.now.getTime() });
    const secret = env.ctx().vault.seal(new Secret({ size: 20 }).base32, userId);
    const { confirming } = await env.db.$transaction(async (tx) => {
      await tx.secondFactor.update({ where: { userId }, data: { secret } });
      const refusal = refusalOf(confirmTwoStep(env.ctx(member), { otp }, HERE));
      await someoneWaits();
      return { confirming: refusal };
    });
    expect(await confirming).toMatchObject({ fields: { otp: 'auth.codeWrong' } });
    const { confirmedAt } = await env.db.secondFactor.findUniqueOrThrow({ where: { userId } });
    expect(confirmedAt).toBeNull();
  });

  /** Until another statement stands at the row that the transaction holds. */
  async function someoneWaits() {
    for (let waiting = 0; waiting === 0; ) {
      const [row] = await env.db.$queryRaw<{ waiting: number }[]>`
        SELECT count(*)::int AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      waiting = row?.waiting ?? 0;
    }
  }
});
