import { isId } from '@/lib/core/ids';
import type { Session } from './types';

/** The claims of a token that has been verified; null unless they are those that the product signs. */
export function toSession(claims: Record<string, unknown> | null): Session | null {
  if (!claims) return null;
  const { userId, sessionVersion, exp } = claims;
  if (!isId(userId) || typeof userId !== 'string') return null;
  if (typeof sessionVersion !== 'number' || typeof exp !== 'number') return null;
  const { sessionId } = claims;
  const named = isId(sessionId) && typeof sessionId === 'string' ? { sessionId } : {};
  // However often a token is signed anew, its session ends when that was said at sign-in.
  const last = typeof claims.endsAt === 'number' ? Math.min(claims.endsAt, exp) : exp;
  return { userId, sessionVersion, ...named, endsAt: last * 1_000 };
}
