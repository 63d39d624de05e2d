import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { invalidField } from '@/lib/core/errors';
import { decodeCursor, type Page, toPage } from '@/lib/core/page';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { type ListBlocksInput, listBlocksSchema } from '@/lib/features/blocks/schemas';
import type { BlockView } from '@/lib/features/blocks/views';
import { type MemberRow, memberJson, toMemberSummary } from '@/lib/features/users/server/member-summary';

interface BlockRow {
  createdAt: Date;
  blockedId: string;
  member: MemberRow;
}

/**
 * Whom the member has blocked, last first. One statement.
 *
 * @throws UNAUTHENTICATED, INVALID for a cursor that no page gave
 */
export async function listBlocks(ctx: ServiceContext, input: ListBlocksInput): Promise<Page<BlockView>> {
  const { id: blockerId } = requireMember(ctx.actor);
  const { cursor, limit } = parseInput(listBlocksSchema, input);
  const rows = await ctx.db.$queryRaw<BlockRow[]>`
    SELECT block."createdAt", block."blockedId", ${memberJson('member')} AS "member"
    FROM "Block" block JOIN "User" member ON member."id" = block."blockedId"
    WHERE block."blockerId" = ${blockerId}::uuid ${afterCursor(cursor)}
    ORDER BY block."createdAt" DESC, block."blockedId" DESC LIMIT ${limit + 1}`;
  const page = toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.blockedId }));
  return {
    ...page,
    data: page.data.map(({ createdAt, member }) => {
      const { id, nickname, avatarUrl } = toMemberSummary(ctx, member);
      return { member: { id, nickname, avatarUrl }, createdAt: createdAt.toISOString() };
    }),
  };
}

function afterCursor(text: string | undefined): Prisma.Sql {
  if (text === undefined) return Prisma.empty;
  const cursor = decodeCursor(text);
  if (!cursor) throw invalidField('cursor', 'invalid');
  return Prisma.sql`AND (block."createdAt", block."blockedId") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
}
