import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import { type ListMessagesInput, listMessagesSchema } from '@/lib/features/chat/schemas';
import type { MessagePayload } from '@/lib/realtime/events';
import { type MessageRow, messageColumns, toMessagePayload } from './message-payload';

/**
 * Messages of a room before a number (the newest when there is none), oldest first. Reading them marks nothing read.
 * One statement.
 *
 * @throws UNAUTHENTICATED, INVALID, NOT_FOUND in another's room
 */
export async function listMessages(ctx: ServiceContext, input: ListMessagesInput): Promise<MessagePayload[]> {
  const member = requireMember(ctx.actor);
  const { roomId, beforeSeq, limit } = parseInput(listMessagesSchema, input);
  const rows = await queryPrepared<MessageRow | { id: null }>(
    ctx.db,
    Prisma.sql`
    SELECT message.*
    FROM "RoomMember" mine LEFT JOIN LATERAL (
      SELECT ${messageColumns} FROM "Message" message
      WHERE message."roomId" = mine."roomId" AND message."seq" < ${beforeSeq ?? 2_147_483_647}::int
      ORDER BY message."seq" DESC LIMIT ${Prisma.raw(String(limit))}
    ) message ON true
    WHERE mine."roomId" = ${roomId}::uuid AND mine."userId" = ${member.id}::uuid
    ORDER BY message."seq"`,
  );
  if (rows.length === 0) throw new DomainError('NOT_FOUND', 'notFound');
  return rows.filter(isMessage).map(toMessagePayload);
}

/** An empty room gives one row without a message. */
function isMessage(row: MessageRow | { id: null }): row is MessageRow {
  return row.id !== null;
}
