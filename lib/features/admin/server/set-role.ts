import { requireSystem } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { inTransaction } from '@/lib/db/transaction';
import { refuseLastAdmin } from '@/lib/features/account/server/withdraw';
import { forgetSessions } from '@/lib/features/auth/server/end-session';
import { writeAudit } from './write-audit';

/**
 * Makes a member an admin, or no longer one; from the command line only. Their sessions end, so that none goes on with
 * the role it had.
 *
 * @returns false when they had that role already
 * @throws FORBIDDEN for everybody but the command line, NOT_FOUND for an address that no active member has, CONFLICT for
 *   the only admin
 */
export async function setRole(
  ctx: ServiceContext,
  { email, role }: { email: string; role: 'ADMIN' | 'MEMBER' },
): Promise<boolean> {
  requireSystem(ctx.actor);
  return inTransaction(ctx, async (tx) => {
    const user = await tx.db.user.findFirst({
      where: { email, status: 'ACTIVE' },
      select: { id: true, role: true },
    });
    if (!user) throw new DomainError('NOT_FOUND', 'notFound');
    if (user.role === role) return false;
    if (role === 'MEMBER') await refuseLastAdmin(tx, user.id);
    await tx.db.user.update({
      where: { id: user.id },
      data: { role, sessionVersion: { increment: 1 }, updatedAt: ctx.now() },
      select: { id: true },
    });
    const action = role === 'ADMIN' ? 'role.granted' : 'role.revoked';
    await writeAudit(tx, ctx, { adminId: null, action, target: { type: 'member', id: user.id } });
    await forgetSessions(tx, user.id);
    return true;
  });
}
