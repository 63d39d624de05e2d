import { createHash } from 'node:crypto';
import type { ServiceContext } from '@/lib/core/context';
import { isDomainError } from '@/lib/core/errors';
import type { SessionClaims } from './resolve-actor';

export interface SignInTry {
  way: 'password' | 'kakao';
  /** whose account it is, when there is one */
  memberId?: string | undefined;
  /** a browser in which it was signed in before */
  deviceId?: string | null | undefined;
}

/** What the member has shown. */
export type Factor = 'kakao' | 'password' | 'password+code' | 'password+recovery-code';

export interface SignedIn {
  claims: SessionClaims;
  factor: Factor;
}

/**
 * Writes one line a try to sign in, right or wrong or held up (OWASP ASVS 5.0, 16.3.1): ids, the reason or what was shown,
 * never the address, the network or a password. The browser is told by a digest, so that the line is no key to its limits.
 *
 * @returns what the try gives
 * @throws as the try does
 */
export async function noteSignIn(
  ctx: ServiceContext,
  { way, memberId, deviceId }: SignInTry,
  attempt: () => Promise<SignedIn>,
): Promise<SessionClaims> {
  const device = deviceId ? createHash('sha256').update(deviceId).digest('hex').slice(0, 12) : undefined;
  const note = (outcome: string, member = memberId, factor?: Factor) =>
    ctx.logger.info({ way, outcome, member, factor, device, requestId: ctx.requestId }, 'sign-in');
  try {
    const { claims, factor } = await attempt();
    note('ok', claims.userId, factor);
    return claims;
  } catch (error) {
    note(isDomainError(error) ? error.reason.key : 'failed');
    throw error;
  }
}
