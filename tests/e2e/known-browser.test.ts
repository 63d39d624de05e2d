import { createHash } from 'node:crypto';
import type { ServiceContext } from '@/lib/core/context';
import { connectDb, type Db } from '@/lib/db/client';
import { issueEmailToken } from '@/lib/features/auth/server/email-tokens';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { createMember } from '@/tests/factories/people';
import { productUrl } from '@/tests/support/browser';
import { listActions, productDatabaseUrl, sendAction } from '@/tests/support/call-action';

const OLD = 'Drill!2345';
const NEW = 'Kupfer7!bohr';

describe('whom strangers keep out by guessing', () => {
  const actions = listActions();
  let db: Db;

  beforeAll(() => {
    db = connectDb(productDatabaseUrl(), 2);
  });
  afterAll(() => db.$disconnect());

  function call(name: string, stateForm: Record<string, string>, cookie?: string) {
    const action = actions.get(name);
    if (!action) throw new Error(`The build has no action ${name}.`);
    return sendAction(productUrl(), { action, params: {}, stateForm, ...(cookie && { cookie }) });
  }

  it('comes in again on a new device by the link of a letter, and nobody else does', async () => {
    const passwordHash = await hashPassword(OLD);
    const { id: userId } = await createMember(db, { passwordHash, regionCode: '50130' });
    const { email } = await db.user.findUniqueOrThrow({ where: { id: userId } });
    if (!email) throw new Error('The member has no address.');
    await db.rateLimit.create({
      data: { key: strangersOf(email), points: 61, expire: Date.now() + 3_600_000 },
    });
    const signIn = (password: string, cookie?: string) => call('signIn', { email, password }, cookie);
    expect((await signIn(OLD)).result).toMatchObject({
      message: expect.stringContaining('로그인 시도가 너무 많았어요'),
    });

    const ctx = { db, now: () => new Date() } as ServiceContext;
    const token = await issueEmailToken(ctx, 'RESET_PASSWORD', { userId, email });
    const reset = await call('resetPassword', { token, password: NEW, passwordConfirm: NEW });
    expect(reset.outcome).toBe('to:/login');
    const device = reset.headers.getSetCookie().find((one) => one.startsWith('device='));
    expect(device).toMatch(/; HttpOnly/i);
    expect(reset.headers.getSetCookie().join()).not.toMatch(/session-token=[^;]/);

    expect((await signIn(NEW)).outcome).toBe('INVALID');
    const cookie = device?.split(';')[0];
    expect((await signIn(OLD, cookie)).outcome).toBe('INVALID');
    expect((await signIn(NEW, cookie)).outcome).toBe('to:/');
  });
});

/** The counter of sign-in-limiter.ts, as rate-limiter.ts keeps it. */
function strangersOf(email: string): string {
  return `sign-in-strangers:${createHash('sha256').update(email).digest('base64url')}`;
}
