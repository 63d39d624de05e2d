import { type MemberActor, requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/new-id';
import { parseInput } from '@/lib/core/parse';
import { databaseCode, translateDbError } from '@/lib/db/errors';
import type { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import { type SendMessageInput, sendMessageSchema } from '@/lib/features/chat/schemas';
import type { AlertPayload, MessagePayload } from '@/lib/realtime/events';
import { type Delivery, findDelivery } from './find-delivery';
import type { MessageRow } from './message-payload';
import { type NewMessage, storeMessage } from './store-message';

/**
 * Stores a message and returns it: from then on it is durable. The same clientId again gives the same message, whoever
 * races. The partner gets an alert unless they look at the room. Two statements.
 *
 * @throws UNAUTHENTICATED, INVALID, NOT_FOUND in another's room, FORBIDDEN without a district or when the partner has
 *   left, UNAVAILABLE (to be tried again)
 */
export async function sendMessage(ctx: ServiceContext, input: SendMessageInput): Promise<MessagePayload> {
  const sender = requireResident(ctx.actor);
  const { roomId, clientId, body } = parseInput(sendMessageSchema, input);
  const place = { roomId, clientId, senderId: sender.id };
  const delivery = await findDelivery(ctx, place);
  if (!delivery) throw new DomainError('NOT_FOUND', 'notFound');
  if (delivery.known) return delivery.known;
  if (delivery.hasPartnerLeft) throw new DomainError('FORBIDDEN', 'chat.partnerLeft');
  try {
    return await deliver(ctx, sender, delivery, { ...place, body, event: null, now: ctx.now() });
  } catch (error) {
    // The other one of two equal tries has just stored it.
    const again = databaseCode(error) === '23505' ? await findDelivery(ctx, place) : null;
    if (again?.known) return again.known;
    const known = translateDbError(error);
    throw known === 'retry' ? new DomainError('UNAVAILABLE', 'busy', { cause: error }) : known;
  }
}

async function deliver(
  ctx: ServiceContext,
  sender: MemberActor,
  { partnerId, itemId, title }: Delivery,
  message: NewMessage,
): Promise<MessagePayload> {
  const { roomId, now } = message;
  const isLooking = await ctx.presence.isInRoom(partnerId, roomId);
  const alertId = newId(now);
  const alert = isLooking ? null : { id: alertId, userId: partnerId, itemId, title };
  const run = (statement: Prisma.Sql) => queryPrepared<MessageRow>(ctx.db, statement);
  const stored = await storeMessage(run, message, alert);
  ctx.publish([{ type: 'message.stored', roomId, memberIds: [sender.id, partnerId], message: stored }]);
  if (alert) {
    const payload: AlertPayload = {
      id: alertId,
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
