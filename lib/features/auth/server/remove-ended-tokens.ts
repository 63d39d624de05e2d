import type { ServiceContext } from '@/lib/core/context';

const KEPT_DAYS = 7;

/**
 * Removes what nobody can use any more: links of letters and refresh tokens a week after they ended (a used token that
 * comes back has to be known until then), sessions that are over by themselves, logged out of or not, counters of limits
 * that are over, answers kept for `Idempotency-Key` for a day.
 *
 * @returns how many rows went
 */
export async function removeEndedTokens(ctx: ServiceContext): Promise<{ removed: number }> {
  const now = ctx.now().getTime();
  const longAgo = new Date(now - KEPT_DAYS * 24 * 3600_000);
  const yesterday = new Date(now - 24 * 3600_000);
  const links = await ctx.db.emailToken.deleteMany({ where: { expiresAt: { lt: longAgo } } });
  const tokens = await ctx.db.refreshToken.deleteMany({ where: { expiresAt: { lt: longAgo } } });
  const answers = await ctx.db.idempotencyKey.deleteMany({ where: { createdAt: { lt: yesterday } } });
  const sessions = await ctx.db.endedSession.deleteMany({ where: { endsAt: { lt: new Date(now) } } });
  const signIns = await ctx.db.session.deleteMany({ where: { endsAt: { lt: new Date(now) } } });
  const counters = await ctx.db.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now) } } });
  const gone = [links, tokens, answers, sessions, signIns, counters];
  return { removed: gone.reduce((sum, { count }) => sum + count, 0) };
}
