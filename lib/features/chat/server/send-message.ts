import { type MemberActor, requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/new-id';
import { parseInput } from '@/lib/core/parse';
import { databaseCode, translateDbError } from '@/lib/db/errors';
import { type SendMessageInput, sendMessageSchema } from '@/lib/features/chat/schemas';
import type { AlertPayload, MessagePayload } from '@/lib/realtime/events';
import { type Delivery, findDelivery } from './find-delivery';
import { storeTogether } from './store-together';

/**
 * Stores a message and returns it: from then on it is durable. The same clientId again gives the same message, whoever
 * races. The partner gets an alert unless they look at the room. Two statements, shared with whatever is sent at the same time.
 *
 * @throws UNAUTHENTICATED, INVALID, NOT_FOUND in another's room, FORBIDDEN without a district or when the partner has
 *   left, UNAVAILABLE (to be tried again)
 */
export async function sendMessage(ctx: ServiceContext, input: SendMessageInput): Promise<MessagePayload> {
  const sender = requireResident(ctx.actor);
  const { roomId, clientId, body } = parseInput(sendMessageSchema, input);
  const place = { roomId, clientId, senderId: sender.id };
  const delivery = await findDelivery(ctx.db, place);
  if (!delivery) throw new DomainError('NOT_FOUND', 'notFound');
  if (delivery.known) return delivery.known;
  if (delivery.hasPartnerLeft) throw new DomainError('FORBIDDEN', 'chat.partnerLeft');
  try {
    return await deliver(ctx, sender, delivery, { roomId, clientId, body });
  } catch (error) {
    // The other one of two equal tries has just stored it.
    const again = databaseCode(error) === '23505' ? await findDelivery(ctx.db, place) : null;
    if (again?.known) return again.known;
    const known = translateDbError(error);
    throw known === 'retry' ? new DomainError('UNAVAILABLE', 'busy', { cause: error }) : known;
  }
}

async function deliver(
  ctx: ServiceContext,
  sender: MemberActor,
  { partnerId, itemId, title }: Delivery,
  { roomId, clientId, body }: { roomId: string; clientId: string; body: string },
): Promise<MessagePayload> {
  const now = ctx.now();
  const isLooking = await ctx.presence.isInRoom(partnerId, roomId);
  const alert = isLooking ? null : { id: newId(now), userId: partnerId, itemId, title };
  const text = { roomId, senderId: sender.id, partnerId, clientId, body, now, alert };
  const stored = await storeTogether(ctx.db, text);
  ctx.publish([{ type: 'message.stored', roomId, memberIds: [sender.id, partnerId], message: stored }]);
  if (alert) {
    const payload: AlertPayload = {
      id: alert.id,
      kind: 'MESSAGE',
      roomId,
      itemId,
      title,
      sender: sender.nickname,
      createdAt: stored.createdAt,
      readAt: null,
    };
    ctx.publish([{ type: 'alert.created', userId: partnerId, alert: payload }]);
  }
  return stored;
}
