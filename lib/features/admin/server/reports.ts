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
  type ResolveReportInput,
  reportIdSchema,
  resolveReportSchema,
} from '@/lib/features/admin/schemas';
import type { AdminReportView } from '@/lib/features/admin/views';
import { confirmPassword } from './confirm-password';
import { hide } from './items';
import { suspend } from './members';
import { writeAudit } from './write-audit';

type ReportRow = Omit<AdminReportView, 'createdAt'> & { createdAt: Date };

/**
 * Reports, those that wait first, then newest first, each with what an admin needs to decide: the item, its author's
 * history, and the words around a reported message (never a chat that was not reported). One statement.
 *
 * @throws NOT_FOUND for others, INVALID
 */
export async function listReports(
  ctx: ServiceContext,
  input: AdminListInput & { isOpen: boolean },
): Promise<Page<AdminReportView>> {
  requireAdmin(ctx.actor);
  const { cursor, limit } = parseInput(adminListSchema, input);
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const place = after
    ? Prisma.sql`AND (report."createdAt", report."id") < (${after.at}, ${after.id}::uuid)`
    : Prisma.empty;
  const which = input.isOpen ? Prisma.sql`IN ('OPEN', 'CLAIMED')` : Prisma.sql`IN ('UPHELD', 'DISMISSED')`;
  const rows = await ctx.db.$queryRaw<ReportRow[]>`
    SELECT report."id", report."category", report."text", report."status", report."resolution", report."createdAt",
      reporter."nickname"::text AS "reporter", report."claimedById", claimer."nickname"::text AS "claimedBy",
      json_build_object('id', item."id", 'title', item."title", 'body', item."body",
        'isHidden', item."hiddenAt" IS NOT NULL, 'isDeleted', item."deletedAt" IS NOT NULL) AS "item",
      json_build_object('id', author."id", 'nickname', author."nickname", 'status', author."status",
        'upheldBefore', (SELECT count(*)::int FROM "Report" old JOIN "Item" his ON his."id" = old."itemId"
          WHERE his."authorId" = author."id" AND old."status" = 'UPHELD'),
        'suspensions', (SELECT count(*)::int FROM "AuditLog"
          WHERE "targetType" = 'member' AND "targetId" = author."id"::text AND "action" = 'member.suspended'))
        AS "author",
      (SELECT json_agg(json_build_object('id', near."id", 'sender', sender."nickname", 'body', near."body",
          'createdAt', near."createdAt", 'isReported', near."id" = said."id") ORDER BY near."seq")
        FROM "Message" said JOIN "Message" near ON near."roomId" = said."roomId"
          AND near."seq" BETWEEN said."seq" - 3 AND said."seq" + 3 AND near."kind" = 'TEXT'
        LEFT JOIN "User" sender ON sender."id" = near."senderId"
        WHERE said."id" = report."messageId") AS "excerpt"
    FROM "Report" report
    JOIN "Item" item ON item."id" = report."itemId"
    JOIN "User" author ON author."id" = item."authorId"
    JOIN "User" reporter ON reporter."id" = report."reporterId"
    LEFT JOIN "User" claimer ON claimer."id" = report."claimedById"
    WHERE report."status" ${which} ${place}
    ORDER BY report."createdAt" DESC, report."id" DESC LIMIT ${limit + 1}`;
  const page = toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    data: page.data.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    nextCursor: page.nextCursor,
  };
}

/** Takes a report on: of two admins one gets it. @throws NOT_FOUND for others, CONFLICT when it is taken */
export async function claimReport(ctx: ServiceContext, input: { reportId: string }): Promise<void> {
  const { id: adminId } = requireAdmin(ctx.actor);
  const { reportId } = parseInput(reportIdSchema, input);
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.report.updateMany({
      where: { id: reportId, status: 'OPEN' },
      data: { status: 'CLAIMED', claimedById: adminId },
    });
    if (count === 0) throw new DomainError('CONFLICT', 'admin.reportTaken');
    await writeAudit(tx, ctx, {
      adminId,
      action: 'report.claimed',
      target: { type: 'report', id: reportId },
    });
  });
}

/**
 * Decides a report that one has claimed; an upheld one hides the item or suspends the member in the same step, if wished.
 *
 * @throws NOT_FOUND for others, INVALID by field, CONFLICT when it is not this admin's to decide, or the member cannot be
 *   suspended
 */
export async function resolveReport(ctx: ServiceContext, input: ResolveReportInput): Promise<void> {
  const { id: adminId } = requireAdmin(ctx.actor);
  const { reportId, outcome, resolution, adminPassword, ...acts } = parseInput(resolveReportSchema, input);
  await confirmPassword(ctx, adminId, adminPassword);
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.report.updateMany({
      where: { id: reportId, status: 'CLAIMED', claimedById: adminId },
      data: { status: outcome, resolution, resolvedAt: ctx.now() },
    });
    if (count === 0) throw new DomainError('CONFLICT', 'admin.reportTaken');
    await writeAudit(tx, ctx, {
      adminId,
      action: outcome === 'UPHELD' ? 'report.upheld' : 'report.dismissed',
      target: { type: 'report', id: reportId },
      detail: { resolution },
    });
    if (outcome === 'UPHELD') await follow(tx, ctx, { adminId, reportId, reason: resolution, ...acts });
  });
}

interface Consequences {
  adminId: string;
  reportId: string;
  reason: string;
  hideItem: boolean;
  suspendAuthor: boolean;
}

/** What an upheld report brings with it. The author of a reported message is the one who is suspended for it. */
async function follow(tx: Tx, ctx: ServiceContext, consequences: Consequences) {
  const { adminId, reportId, reason, hideItem, suspendAuthor } = consequences;
  const report = await tx.db.report.findUniqueOrThrow({
    where: { id: reportId },
    select: {
      messageId: true,
      item: { select: { id: true, authorId: true, hiddenAt: true, deletedAt: true } },
    },
  });
  const { item, messageId } = report;
  // Hidden or deleted meanwhile: what was wished for is so.
  const isThere = item.hiddenAt === null && item.deletedAt === null;
  if (hideItem && isThere) await hide(tx, ctx, { itemId: item.id, adminId, reason });
  const message = messageId
    ? await tx.db.message.findUnique({ where: { id: messageId }, select: { senderId: true } })
    : null;
  const memberId = message ? message.senderId : item.authorId;
  if (suspendAuthor && memberId) await suspend(tx, ctx, { adminId, memberId, reason });
}
