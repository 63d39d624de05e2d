import type { ServiceContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse';
import { type JoinRoomInput, joinRoomSchema } from '@/lib/features/chat/schemas';
import type { RoomView } from '@/lib/features/chat/views';
import type { MessagePayload } from '@/lib/realtime/events';
import { getRoom } from './get-room';
import { listMessages } from './list-messages';
import { listMessagesAfter } from './list-messages-after';

export interface JoinedRoomView {
  room: RoomView;
  /** those after `afterSeq` (at most RESUME_PAGE: ask again while `lastSeq` is higher), or the last 50 */
  messages: MessagePayload[];
  lastSeq: number;
  readSeq: number;
}

/**
 * A room with what its reader is missing. Reading it marks nothing read.
 *
 * @throws UNAUTHENTICATED, INVALID, NOT_FOUND for another's room
 */
export async function joinRoom(ctx: ServiceContext, input: JoinRoomInput): Promise<JoinedRoomView> {
  const { roomId, afterSeq } = parseInput(joinRoomSchema, input);
  const room = await getRoom(ctx, { roomId });
  const messages =
    afterSeq === undefined
      ? await listMessages(ctx, { roomId })
      : await listMessagesAfter(ctx, roomId, afterSeq);
  return { room, messages, lastSeq: room.lastSeq, readSeq: room.readSeq };
}
