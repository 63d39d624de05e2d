import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { issueTokens, refreshTokens } from '@/lib/features/auth/server/tokens';
import { createMember } from '@/tests/factories/people';
import { useTestEnv } from '@/tests/support/test-env';

const PASSWORD = 'Drill!2345';

describe('refresh tokens', () => {
  const env = useTestEnv();

  it('are 32 random bytes each, of which only a digest is kept', async () => {
    const email = 'tokens@example.com';
    const { id: userId } = await createMember(env.db, { email, passwordHash: await hashPassword(PASSWORD) });
    const from = { address: '203.0.113.7' };
    const tokens: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      const { refreshToken } = await issueTokens(env.ctx(), { email, password: PASSWORD }, from);
      tokens.push(refreshToken, (await refreshTokens(env.ctx(), { refreshToken })).refreshToken);
    }
    expect(new Set(tokens).size).toBe(8);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    const kept = JSON.stringify(await env.db.refreshToken.findMany({ where: { userId } }));
    for (const token of tokens) expect(kept).not.toContain(token);
  });
});
