import { requireAdmin } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { decodeCursor, type Page, toPage } from '@/lib/core/page';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import { type AdminListInput, adminListSchema, feedbackStatusSchema } from '@/lib/features/admin/schemas';
import type { AdminFeedbackView } from '@/lib/features/admin/views';
import { writeAudit } from './write-audit';

type FeedbackRow = Omit<AdminFeedbackView, 'createdAt'> & { createdAt: Date };

/** What members wrote, newest first. @throws NOT_FOUND for others, INVALID */
export async function listFeedback(
  ctx: ServiceContext,
  input: AdminListInput,
): Promise<Page<AdminFeedbackView>> {
  requireAdmin(ctx.actor);
  const { cursor, limit } = parseInput(adminListSchema, input);
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const place = after
    ? Prisma.sql`WHERE (feedback."createdAt", feedback."id") < (${after.at}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await ctx.db.$queryRaw<FeedbackRow[]>`
    SELECT feedback."id", feedback."title", feedback."body", feedback."status" = 'DONE' AS "isDone",
      author."nickname"::text AS "author", feedback."createdAt"
    FROM "Feedback" feedback JOIN "User" author ON author."id" = feedback."userId" ${place}
    ORDER BY feedback."createdAt" DESC, feedback."id" DESC LIMIT ${limit + 1}`;
  const page = toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    data: page.data.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    nextCursor: page.nextCursor,
  };
}

/** Marks feedback as done with, or opens it again. @throws NOT_FOUND, INVALID */
export async function setFeedbackStatus(
  ctx: ServiceContext,
  input: { feedbackId: string; isDone: boolean },
): Promise<void> {
  const { id: adminId } = requireAdmin(ctx.actor);
  const { feedbackId, isDone } = parseInput(feedbackStatusSchema, input);
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.feedback.updateMany({
      where: { id: feedbackId },
      data: { status: isDone ? 'DONE' : 'OPEN' },
    });
    if (count === 0) throw new DomainError('NOT_FOUND', 'notFound');
    const action = isDone ? 'feedback.done' : 'feedback.reopened';
    await writeAudit(tx, ctx, { adminId, action, target: { type: 'feedback', id: feedbackId } });
  });
}
