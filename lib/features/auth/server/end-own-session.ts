import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { type EndOwnSessionInput, endOwnSessionSchema } from '@/lib/features/auth/schemas';
import { endSession } from './end-session';
import { requirePassword } from './require-password';

/**
 * Ends one of the member's own sessions, with its sockets, in whatever browser it is (OWASP ASVS 5.0, 7.5.2). Who has a
 * password is asked for it: an open browser alone must not throw its owner out of the others.
 *
 * @param from network address of who asks
 * @throws UNAUTHENTICATED, NOT_FOUND for one that is not theirs or has ended, INVALID at `currentPassword`, RATE_LIMITED
 */
export async function endOwnSession(
  ctx: ServiceContext,
  input: EndOwnSessionInput,
  from: { address: string },
): Promise<{ ended: true }> {
  const { id: userId } = requireMember(ctx.actor);
  const { sessionId, currentPassword } = parseInput(endOwnSessionSchema, input);
  const session = await ctx.db.session.findFirst({
    where: { id: sessionId, userId },
    select: { endsAt: true, user: { select: { passwordHash: true, sessionVersion: true } } },
  });
  if (!session) throw new DomainError('NOT_FOUND', 'notFound');
  const { endsAt, user } = session;
  if (user.passwordHash !== null) await requirePassword(ctx, userId, currentPassword, from);
  const { sessionVersion } = user;
  await endSession(ctx, { userId, sessionVersion, sessionId, endsAt: endsAt.getTime() });
  return { ended: true };
}
