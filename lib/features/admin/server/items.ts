import { requireAdmin } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { decodeCursor, type Page, toPage } from '@/lib/core/page';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import {
  type AdminListInput,
  adminListSchema,
  type HideItemInput,
  hideItemSchema,
} from '@/lib/features/admin/schemas';
import type { AdminItemView } from '@/lib/features/admin/views';
import { type ItemIdInput, itemIdSchema } from '@/lib/features/items/schemas';
import { confirmPassword } from './confirm-password';
import { containing } from './containing';
import { writeAudit } from './write-audit';

type ItemRow = Omit<AdminItemView, 'createdAt'> & { createdAt: Date };

/** Items, newest first, hidden and deleted ones too. @throws NOT_FOUND for others, INVALID */
export async function listAllItems(ctx: ServiceContext, input: AdminListInput): Promise<Page<AdminItemView>> {
  requireAdmin(ctx.actor);
  const { q, cursor, limit } = parseInput(adminListSchema, input);
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const place = after
    ? Prisma.sql`AND (item."createdAt", item."id") < (${after.at}, ${after.id}::uuid)`
    : Prisma.empty;
  const search = q?.trim()
    ? Prisma.sql`AND (item."title" ILIKE ${containing(q)} OR author."nickname"::text ILIKE ${containing(q)})`
    : Prisma.empty;
  const rows = await ctx.db.$queryRaw<ItemRow[]>`
    SELECT item."id", item."title", item."authorId", author."nickname"::text AS "author", item."status",
      item."hiddenAt" IS NOT NULL AS "isHidden", item."deletedAt" IS NOT NULL AS "isDeleted", item."createdAt",
      (SELECT count(*)::int FROM "Report" WHERE "itemId" = item."id" AND "status" IN ('OPEN', 'CLAIMED'))
        AS "openReports"
    FROM "Item" item JOIN "User" author ON author."id" = item."authorId"
    WHERE true ${search} ${place}
    ORDER BY item."createdAt" DESC, item."id" DESC LIMIT ${limit + 1}`;
  const page = toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    data: page.data.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    nextCursor: page.nextCursor,
  };
}

/**
 * Takes an item out of lists and pages until it is restored. Rentals of it go on.
 *
 * @throws NOT_FOUND, INVALID by field, CONFLICT when it is hidden already
 */
export async function hideItem(ctx: ServiceContext, input: HideItemInput): Promise<void> {
  const admin = requireAdmin(ctx.actor);
  const { itemId, reason, adminPassword } = parseInput(hideItemSchema, input);
  await confirmPassword(ctx, admin.id, adminPassword);
  await inTransaction(ctx, (tx) => hide(tx, ctx, { itemId, adminId: admin.id, reason }));
}

/** Puts a hidden item back. @throws NOT_FOUND, CONFLICT when it is not hidden */
export async function restoreItem(ctx: ServiceContext, input: ItemIdInput): Promise<void> {
  const admin = requireAdmin(ctx.actor);
  const { itemId } = parseInput(itemIdSchema, input);
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.item.updateMany({
      where: { id: itemId, deletedAt: null, hiddenAt: { not: null } },
      data: { hiddenAt: null, hiddenReason: null },
    });
    if (count === 0) throw new DomainError('CONFLICT', 'admin.itemMoved');
    await writeAudit(tx, ctx, {
      adminId: admin.id,
      action: 'item.restored',
      target: { type: 'item', id: itemId },
    });
  });
}

/** Hides an item for a reason that its author reads. @throws CONFLICT when it is hidden or deleted */
export async function hide(
  tx: Tx,
  ctx: ServiceContext,
  { itemId, adminId, reason }: { itemId: string; adminId: string; reason: string },
) {
  const { count } = await tx.db.item.updateMany({
    where: { id: itemId, deletedAt: null, hiddenAt: null },
    data: { hiddenAt: ctx.now(), hiddenReason: reason },
  });
  if (count === 0) throw new DomainError('CONFLICT', 'admin.itemMoved');
  await writeAudit(tx, ctx, {
    adminId,
    action: 'item.hidden',
    target: { type: 'item', id: itemId },
    detail: { reason },
  });
}
