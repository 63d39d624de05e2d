import type { ServiceContext } from '@/lib/core/context';
import { newId } from '@/lib/core/new-id';
import type { Tx } from '@/lib/db/transaction';
import type { MessageEvent } from '@/lib/features/chat/message-event';
import { storeMessage } from './store-message';

export interface NewRoomEvent {
  roomId: string;
  /** both people of the room */
  memberIds: string[];
  /** whose doing it is; null: the clock's */
  actorId: string | null;
  event: MessageEvent;
}

/** Writes an event into the thread, numbered like any message, in the transaction of what it tells. */
export async function appendEvent(tx: Tx, ctx: ServiceContext, input: NewRoomEvent): Promise<void> {
  const { roomId, memberIds, actorId, event } = input;
  const now = ctx.now();
  const message = await storeMessage((statement) => tx.db.$queryRaw(statement), {
    roomId,
    senderId: actorId,
    clientId: `event-${newId(now)}`,
    body: event.type,
    event,
    now,
  });
  tx.events.push({ type: 'message.stored', roomId, memberIds, message });
}
