import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { roomIdSchema } from '@/lib/features/chat/schemas';
import { joinRoom } from '@/lib/features/chat/server/join-room';
import { listMessages } from '@/lib/features/chat/server/list-messages';
import { readRoom } from '@/lib/features/chat/server/read-room';
import { sendMessage } from '@/lib/features/chat/server/send-message';
import { isRoomShut, tellTyping } from '@/lib/features/chat/server/tell-typing';
import type { ChatClientEvents } from '@/lib/realtime/events';
import type { Handler } from '../answer-events';
import { lookingChannel, roomChannel } from '../rooms';
import type { ChatSocket } from '../types';

/** Verbs take what the client sent as it is and parse it themselves; the casts only hand it over. */
export function chatHandlers(socket: ChatSocket): Record<keyof ChatClientEvents, Handler> {
  const { userId } = socket.data;
  return {
    'room:join': async (ctx, input) => {
      const answer = await joinRoom(ctx, input as never);
      const roomId = answer.room.id;
      // What the other does at this moment (reading, typing) is not for somebody whom they may not write to.
      const channels = answer.room.canWrite ? [roomChannel(roomId)] : [];
      await socket.join([...channels, lookingChannel(userId, roomId)]);
      // A block that was stored while the room was read found no socket in it.
      if (channels.length > 0 && (await isRoomShut(ctx, roomId))) await socket.leave(roomChannel(roomId));
      return answer;
    },
    'room:leave': async (_ctx, input) => {
      const { roomId } = parseInput(roomIdSchema, input);
      await Promise.all([socket.leave(roomChannel(roomId)), socket.leave(lookingChannel(userId, roomId))]);
      return {};
    },
    'message:send': async (ctx, input) => ({ message: await sendMessage(ctx, input as never) }),
    'message:list': async (ctx, input) => ({ messages: await listMessages(ctx, input as never) }),
    'room:read': async (ctx, input) => readRoom(ctx, input as never),
    'room:typing': async (ctx, input) => {
      const { roomId } = parseInput(roomIdSchema, input);
      if (!socket.rooms.has(roomChannel(roomId))) throw new DomainError('NOT_FOUND', 'notFound');
      await tellTyping(ctx, { roomId });
      return {};
    },
  };
}
