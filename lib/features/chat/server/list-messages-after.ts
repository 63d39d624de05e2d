import type { ServiceContext } from '@/lib/core/context';
import { RESUME_PAGE } from '@/lib/features/chat/schemas';
import type { MessagePayload } from '@/lib/realtime/events';
import { type MessageRow, messageColumns, toMessagePayload } from './message-payload';

/**
 * The next messages after a number, oldest first, at most `RESUME_PAGE`. The caller has checked whose room it is.
 */
export async function listMessagesAfter(
  ctx: ServiceContext,
  roomId: string,
  afterSeq: number,
): Promise<MessagePayload[]> {
  const rows = await ctx.db.$queryRaw<MessageRow[]>`
    SELECT ${messageColumns} FROM "Message" message
    WHERE message."roomId" = ${roomId}::uuid AND message."seq" > ${afterSeq}::int
    ORDER BY message."seq" LIMIT ${RESUME_PAGE}`;
  return rows.map(toMessagePayload);
}
