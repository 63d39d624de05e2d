import type { ServiceContext } from '@/lib/core/context';

/** What concerns how somebody signs in, besides signing in itself (note-sign-in.ts). */
export type AuthAct =
  | 'sign-up'
  | 'password-reset'
  | 'password-change'
  | 'password-asked'
  | 'admin-password-asked'
  | 'two-step-on'
  | 'two-step-off'
  | 'code-asked'
  | 'recovery-codes'
  | 'kakao-link'
  | 'kakao-unlink'
  | 'token-reused';

/**
 * Writes one line an act, done or refused (OWASP ASVS 5.0, 16.3.1): ids and keys, never an address, a password or a code.
 * A refresh token that comes a second time was copied, so its line is a warning.
 *
 * @param member whose account it is; undefined where nobody knows
 * @param outcome `ok`, or the key of the refusal
 */
export function noteAuth(
  ctx: ServiceContext,
  act: AuthAct,
  member: string | undefined,
  outcome = 'ok',
): void {
  const level = act === 'token-reused' ? 'warn' : 'info';
  ctx.logger[level]({ act, outcome, member, requestId: ctx.requestId }, 'authentication');
}
