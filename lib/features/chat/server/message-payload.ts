import { Prisma } from '@/lib/db/generated/client';
import type { MessagePayload } from '@/lib/realtime/events';

export interface MessageRow extends Omit<MessagePayload, 'createdAt'> {
  createdAt: Date;
}

/** Columns of `MessageRow`, of "Message" message. */
export const messageColumns = Prisma.sql`message."id", message."roomId", message."seq", message."clientId",
  message."senderId", message."kind", message."body", message."event", message."createdAt"`;

export function toMessagePayload(row: MessageRow): MessagePayload {
  const { id, roomId, seq, clientId, senderId, kind, body, event, createdAt } = row;
  return { id, roomId, seq, clientId, senderId, kind, body, event, createdAt: createdAt.toISOString() };
}
