import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { madeOnce } from '@/lib/core/made-once';
import { parseInput } from '@/lib/core/parse';
import { type WriteReportInput, writeReportSchema } from '@/lib/features/reports/schemas';

interface Reportable {
  authorId: string;
  /** the message is one that the reporter can read and has not written; true without one */
  isMessageTheirs: boolean;
}

/**
 * Tells the admins about an item, or about a message in a room of it; once a person an item.
 *
 * @throws UNAUTHENTICATED, INVALID, NOT_FOUND for an item that is gone or a message that is not the other side's in a
 *   room of the reporter's, FORBIDDEN without a district or for one's own item, CONFLICT the second time
 */
export async function writeReport(
  ctx: ServiceContext,
  input: WriteReportInput,
): Promise<{ reportId: string }> {
  const { id: reporterId } = requireResident(ctx.actor);
  const { itemId, messageId, category, text } = parseInput(writeReportSchema, input);
  const found = await findReportable(ctx, { itemId, messageId: messageId ?? null, reporterId });
  if (!found?.isMessageTheirs) throw new DomainError('NOT_FOUND', 'notFound');
  // An author may report what an inquirer wrote to them, but not their own post.
  if (found.authorId === reporterId && messageId === undefined) {
    throw new DomainError('FORBIDDEN', 'report.own');
  }
  const report = { reporterId, itemId, messageId: messageId ?? null, category, text, createdAt: ctx.now() };
  return madeOnce(
    ctx,
    (id) => findOwn(ctx, id, reporterId),
    async (id) => {
      const stored = await ctx.db.report.createMany({ data: { id, ...report }, skipDuplicates: true });
      if (stored.count === 0) throw new DomainError('CONFLICT', 'report.already');
      return { reportId: id };
    },
  );
}

async function findOwn(ctx: ServiceContext, id: string, reporterId: string) {
  const found = await ctx.db.report.findFirst({ where: { id, reporterId }, select: { id: true } });
  return found && { reportId: found.id };
}

async function findReportable(
  ctx: ServiceContext,
  { itemId, messageId, reporterId }: { itemId: string; messageId: string | null; reporterId: string },
): Promise<Reportable | null> {
  const [row] = await ctx.db.$queryRaw<Reportable[]>`
    SELECT item."authorId", (${messageId}::uuid IS NULL OR EXISTS (
      SELECT 1 FROM "Message" message JOIN "Room" room ON room."id" = message."roomId"
      WHERE message."id" = ${messageId}::uuid AND message."kind" = 'TEXT' AND message."senderId" <> ${reporterId}::uuid
        AND room."itemId" = item."id" AND ${reporterId}::uuid IN (room."authorId", room."inquirerId")
    )) AS "isMessageTheirs"
    FROM "Item" item
    WHERE item."id" = ${itemId}::uuid AND item."hiddenAt" IS NULL
      AND (item."deletedAt" IS NULL OR ${messageId}::uuid IS NOT NULL)`;
  return row ?? null;
}
