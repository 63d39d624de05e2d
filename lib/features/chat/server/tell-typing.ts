import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { type RoomIdInput, roomIdSchema } from '@/lib/features/chat/schemas';
import { findDelivery } from './find-delivery';

/**
 * Tells the partner, if they look, that the member is writing: nothing is stored.
 *
 * @throws UNAUTHENTICATED, INVALID, NOT_FOUND in another's room, FORBIDDEN when one has blocked the other
 */
export async function tellTyping(ctx: ServiceContext, input: RoomIdInput): Promise<void> {
  const { id: userId } = requireMember(ctx.actor);
  const { roomId } = parseInput(roomIdSchema, input);
  if (await isRoomShut(ctx, roomId)) throw new DomainError('FORBIDDEN', 'chat.blocked');
  ctx.publish([{ type: 'room.typing', roomId, userId }]);
}

/**
 * Whether the two of a room may not write to each other now; shares its statement with all that are asked at the same
 * time.
 *
 * @throws UNAUTHENTICATED, NOT_FOUND in another's room
 */
export async function isRoomShut(ctx: ServiceContext, roomId: string): Promise<boolean> {
  const { id: senderId } = requireMember(ctx.actor);
  const delivery = await findDelivery(ctx.db, { roomId, senderId, clientId: '' });
  if (!delivery) throw new DomainError('NOT_FOUND', 'notFound');
  return delivery.isBlocked;
}
