import { isId } from '@/lib/core/ids';
import type { Session } from './types';

/** The claims of a token that has been verified; null unless they are those that the product signs. */
export function toSession(claims: Record<string, unknown> | null): Session | null {
  if (!claims) return null;
  const { userId, sessionVersion, exp } = claims;
  if (!isId(userId) || typeof userId !== 'string') return null;
  if (typeof sessionVersion !== 'number' || typeof exp !== 'number') return null;
  return { userId, sessionVersion, endsAt: exp * 1_000 };
}
