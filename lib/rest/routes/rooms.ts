import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { openRoomSchema, readRoomSchema, sendMessageSchema } from '@/lib/features/chat/schemas';
import { getRoom } from '@/lib/features/chat/server/get-room';
import { joinRoom } from '@/lib/features/chat/server/join-room';
import { listMessages } from '@/lib/features/chat/server/list-messages';
import { listRooms } from '@/lib/features/chat/server/list-rooms';
import { openRoom } from '@/lib/features/chat/server/open-room';
import { readRoom } from '@/lib/features/chat/server/read-room';
import { sendMessage } from '@/lib/features/chat/server/send-message';
import type { MessagePayload } from '@/lib/realtime/events';
import { type Operation, operation } from '@/lib/rest/operation';
import { messagesQuery, pageQuery } from '@/lib/rest/query';
import { messageSchema, pageOf, roomSchema, roomSummarySchema } from '@/lib/rest/schemas';

const tag = 'rooms';
const idOf = ({ roomId = '' }: Record<string, string>) => roomId;

export const roomRoutes: Operation[] = [
  operation({
    id: 'listRooms',
    method: 'get',
    path: '/rooms',
    tag,
    access: 'member',
    summary: 'One’s own rooms, the last spoken in first',
    query: pageQuery,
    status: 200,
    response: pageOf(roomSummarySchema),
    refuses: ['INVALID'],
    run: (ctx, { query }) => listRooms(ctx, query as Parameters<typeof listRooms>[1]),
  }),
  operation({
    id: 'openRoom',
    method: 'post',
    path: '/rooms',
    tag,
    access: 'member',
    summary: 'Ask about an item: the room that one has about it, or a new one',
    body: openRoomSchema,
    status: 201,
    response: roomSchema,
    refuses: ['INVALID', 'FORBIDDEN', 'NOT_FOUND'],
    run: async (ctx, { body }) => getRoom(ctx, await openRoom(ctx, body)),
  }),
  operation({
    id: 'getRoom',
    method: 'get',
    path: '/rooms/{roomId}',
    tag,
    access: 'member',
    summary: 'A room of one’s own',
    status: 200,
    response: roomSchema,
    refuses: ['NOT_FOUND'],
    run: (ctx, { path }) => getRoom(ctx, { roomId: idOf(path) }),
  }),
  operation({
    id: 'listMessages',
    method: 'get',
    path: '/rooms/{roomId}/messages',
    tag: 'messages',
    access: 'member',
    summary: 'Messages, oldest first: the last ones, those before a cursor, or those after a seq',
    query: messagesQuery,
    status: 200,
    response: pageOf(messageSchema),
    refuses: ['INVALID', 'NOT_FOUND'],
    run: async (ctx, { path, query: { cursor, afterSeq, limit } }) => {
      const roomId = idOf(path);
      if (afterSeq !== undefined) {
        const input = { roomId, afterSeq } as Parameters<typeof joinRoom>[1];
        return { data: (await joinRoom(ctx, input)).messages, nextCursor: null };
      }
      const place = cursor === undefined ? {} : { beforeSeq: seqOf(cursor) };
      const input = { roomId, ...place, ...(limit !== undefined && { limit }) };
      return olderPage(await listMessages(ctx, input as Parameters<typeof listMessages>[1]));
    },
  }),
  operation({
    id: 'sendMessage',
    method: 'post',
    path: '/rooms/{roomId}/messages',
    tag: 'messages',
    access: 'member',
    summary: 'Send a message: answered once it is durably stored',
    description:
      'The same `clientId` again gives the same message; with another text it is refused. Without one, the Idempotency-Key is it.',
    body: sendMessageSchema.omit({ roomId: true }).partial({ clientId: true }),
    status: 201,
    response: messageSchema,
    refuses: ['INVALID', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'],
    run: (ctx, { path, body, onceId }) =>
      sendMessage(ctx, { ...body, roomId: idOf(path), clientId: body.clientId ?? onceId ?? randomUUID() }),
  }),
  operation({
    id: 'readRoom',
    method: 'post',
    path: '/rooms/{roomId}/read',
    tag: 'messages',
    access: 'member',
    summary: 'Mark a room read up to a seq',
    body: readRoomSchema.omit({ roomId: true }),
    status: 200,
    response: z.strictObject({ seq: z.int(), unread: z.int() }),
    refuses: ['INVALID', 'NOT_FOUND'],
    run: (ctx, { path, body }) => readRoom(ctx, { ...body, roomId: idOf(path) }),
  }),
];

/** A cursor that nobody was given begins at the newest, as elsewhere. */
function seqOf(cursor: string): number | undefined {
  return /^\d{1,9}$/.test(cursor) ? Number(cursor) : undefined;
}

function olderPage(data: MessagePayload[]) {
  const first = data[0]?.seq ?? 1;
  return { data, nextCursor: first > 1 ? String(first) : null };
}
