import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction } from '@/lib/db/transaction';
import { type EndTwoStepInput, endTwoStepSchema } from '@/lib/features/auth/schemas';
import { raiseSessions } from './end-session';
import { noteAuth } from './note-auth';
import { requireBothSteps } from './require-both-steps';
import type { SessionClaims } from './resolve-actor';

/**
 * Switches it off. Every session, socket and token of the member ends.
 *
 * @returns what a new session, for the browser that asked, is to claim
 * @throws UNAUTHENTICATED, INVALID by field, FORBIDDEN for members without a password, CONFLICT when it is not on,
 *   RATE_LIMITED
 */
export async function endTwoStep(
  ctx: ServiceContext,
  input: EndTwoStepInput,
  from: { address: string },
): Promise<SessionClaims> {
  const { id: userId } = requireMember(ctx.actor);
  await requireBothSteps(ctx, userId, parseInput(endTwoStepSchema, input), from);
  const claims = await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.secondFactor.deleteMany({ where: { userId, confirmedAt: { not: null } } });
    if (count === 0) throw new DomainError('CONFLICT', 'conflict');
    return raiseSessions(tx, ctx, userId);
  });
  noteAuth(ctx, 'two-step-off', userId);
  return claims;
}
