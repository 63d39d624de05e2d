import { requireAdmin, requireSystem } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction } from '@/lib/db/transaction';
import { type RemoveTwoStepInput, removeTwoStepSchema } from '@/lib/features/admin/schemas';
import { raiseSessions } from '@/lib/features/auth/server/end-session';
import { confirmPassword } from './confirm-password';
import { writeAudit } from './write-audit';

/**
 * Takes 2단계 인증 from a member who has lost their app and their recovery codes. Every session of theirs ends; the password
 * alone lets them in.
 *
 * @throws NOT_FOUND for others, INVALID by field, CONFLICT for a member without it
 */
export async function removeTwoStep(ctx: ServiceContext, input: RemoveTwoStepInput): Promise<void> {
  const { id: adminId } = requireAdmin(ctx.actor);
  const { memberId, adminPassword } = parseInput(removeTwoStepSchema, input);
  await confirmPassword(ctx, adminId, adminPassword);
  await remove(ctx, memberId, adminId);
}

/**
 * The same from the command line, for whom no admin can sign in any more: all have lost it, or the server's secret has
 * changed.
 *
 * @throws FORBIDDEN for members, NOT_FOUND when nobody has the address, CONFLICT for a member without it
 */
export async function removeTwoStepOf(ctx: ServiceContext, { email }: { email: string }): Promise<void> {
  requireSystem(ctx.actor);
  const member = await ctx.db.user.findUnique({ where: { email }, select: { id: true } });
  if (!member) throw new DomainError('NOT_FOUND', 'notFound');
  await remove(ctx, member.id, null);
}

async function remove(ctx: ServiceContext, memberId: string, adminId: string | null) {
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.secondFactor.deleteMany({
      where: { userId: memberId, confirmedAt: { not: null }, user: { status: 'ACTIVE' } },
    });
    if (count === 0) throw new DomainError('CONFLICT', 'conflict');
    await raiseSessions(tx, ctx, memberId);
    await writeAudit(tx, ctx, {
      adminId,
      action: 'member.twoStepRemoved',
      target: { type: 'member', id: memberId },
    });
  });
}
