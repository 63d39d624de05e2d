import { requireSystem } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { inTransaction } from '@/lib/db/transaction';
import { raiseSessions } from '@/lib/features/auth/server/end-session';
import { writeAudit } from './write-audit';

/**
 * Ends every session, socket and token of a member (OWASP ASVS 5.0, 7.4.5); from the command line only.
 *
 * @throws FORBIDDEN for everybody but the command line, NOT_FOUND for an address that no active member has
 */
export async function signOutMember(ctx: ServiceContext, { email }: { email: string }): Promise<void> {
  requireSystem(ctx.actor);
  await inTransaction(ctx, async (tx) => {
    const member = await tx.db.user.findFirst({ where: { email, status: 'ACTIVE' }, select: { id: true } });
    if (!member) throw new DomainError('NOT_FOUND', 'notFound');
    await raiseSessions(tx, ctx, member.id);
    const target = { type: 'member', id: member.id } as const;
    await writeAudit(tx, ctx, { adminId: null, action: 'member.signedOut', target });
  });
}
