import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/new-id';
import { parseInput } from '@/lib/core/parse';
import { translateDbError } from '@/lib/db/errors';
import { type SendMessageInput, sendMessageSchema } from '@/lib/features/chat/schemas';
import type { AlertPayload, MessagePayload } from '@/lib/realtime/events';
import { type StoredText, storeTogether, type Text } from './store-together';

/**
 * Stores a message and returns it: from then on it is durable. The same clientId again gives the same message, whoever
 * races. The partner gets an alert unless they look at the room. One statement, shared with whatever is sent at the same
 * time.
 *
 * @throws UNAUTHENTICATED, INVALID, NOT_FOUND in another's room, FORBIDDEN without a district or when the partner has
 *   left, CONFLICT for a clientId of another message, UNAVAILABLE (to be tried again)
 */
export async function sendMessage(ctx: ServiceContext, input: SendMessageInput): Promise<MessagePayload> {
  const sender = requireResident(ctx.actor);
  const { roomId, clientId, body } = parseInput(sendMessageSchema, input);
  const now = ctx.now();
  const isSeen = await ctx.presence.isPartnerInRoom(sender.id, roomId);
  const text = { roomId, senderId: sender.id, clientId, body, now, alertId: isSeen ? null : newId(now) };
  const stored = await store(ctx, text);
  if (stored.isNew) tell(ctx, stored, text, sender.nickname);
  return stored.message;
}

async function store(ctx: ServiceContext, text: Text): Promise<StoredText> {
  try {
    return await storeTogether(ctx.db, text);
  } catch (error) {
    const known = translateDbError(error);
    throw known === 'retry' ? new DomainError('UNAVAILABLE', 'busy', { cause: error }) : known;
  }
}

function tell(
  ctx: ServiceContext,
  { message, partnerId, itemId, title }: StoredText,
  { roomId, senderId, alertId }: Text,
  sender: string,
) {
  ctx.publish([{ type: 'message.stored', roomId, memberIds: [senderId, partnerId], message }]);
  if (!alertId) return;
  const alert: AlertPayload = {
    id: alertId,
    kind: 'MESSAGE',
    roomId,
    itemId,
    title,
    sender,
    createdAt: message.createdAt,
    readAt: null,
  };
  ctx.publish([{ type: 'alert.created', userId: partnerId, alert }]);
}
