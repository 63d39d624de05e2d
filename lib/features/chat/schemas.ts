import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { personText } from '@/lib/core/text';
import { MAX_MESSAGE } from './limits';

/** Messages in the first answer of a room, and at most in one page. */
export const MESSAGE_PAGE = 50;
/** At most this many in one answer to `afterSeq`; whoever missed more asks again. */
export const RESUME_PAGE = 200;

const seq = z.int().min(0).max(2_147_483_647);

export const roomIdSchema = z.object({ roomId: idSchema });
export type RoomIdInput = z.input<typeof roomIdSchema>;

export const openRoomSchema = z.object({ itemId: idSchema });
export type OpenRoomInput = z.input<typeof openRoomSchema>;

export const joinRoomSchema = z.object({ roomId: idSchema, afterSeq: seq.optional() });
export type JoinRoomInput = z.input<typeof joinRoomSchema>;

export const sendMessageSchema = z.object({
  roomId: idSchema,
  /** made by the sender, unique for them in the room; the same again gives the same message */
  clientId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  body: personText('chat.message', { max: MAX_MESSAGE }),
});
export type SendMessageInput = z.input<typeof sendMessageSchema>;

export const listMessagesSchema = z.object({
  roomId: idSchema,
  beforeSeq: seq.optional(),
  limit: z.int().min(1).max(100).default(MESSAGE_PAGE),
});
export type ListMessagesInput = z.input<typeof listMessagesSchema>;

export const readRoomSchema = z.object({ roomId: idSchema, seq });
export type ReadRoomInput = z.input<typeof readRoomSchema>;

export const listRoomsSchema = z.object({
  cursor: z.string().max(100).optional(),
  limit: z.int().min(1).max(50).default(20),
});
export type ListRoomsInput = z.input<typeof listRoomsSchema>;
