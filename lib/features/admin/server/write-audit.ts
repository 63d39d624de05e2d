import type { ServiceContext } from '@/lib/core/context';
import { newId } from '@/lib/core/new-id';
import type { Tx } from '@/lib/db/transaction';

export interface AuditEntry {
  /** null: from the command line */
  adminId: string | null;
  /** thing and verb: member.suspended */
  action: string;
  target: { type: 'member' | 'item' | 'report' | 'feedback' | 'category'; id: string };
  /** what was changed, and why; no secrets */
  detail?: Record<string, string | number | boolean | null>;
}

/** Writes down who did what, in the transaction that does it. The table takes no change and no deletion. */
export async function writeAudit(tx: Tx, ctx: ServiceContext, entry: AuditEntry): Promise<void> {
  const { adminId, action, target, detail = {} } = entry;
  await tx.db.auditLog.create({
    data: {
      id: newId(ctx.now()),
      adminId,
      action,
      targetType: target.type,
      targetId: target.id,
      detail,
      createdAt: ctx.now(),
    },
    select: { id: true },
  });
}
