import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction } from '@/lib/db/transaction';
import { type BlockInput, blockSchema } from '@/lib/features/blocks/schemas';
import { closeRequests } from '@/lib/features/rentals/server/close-requests';
import { lockPair } from './lock-pair';

const REASON = '거래할 수 없는 상대예요.';

/**
 * 차단하기: from the answer on neither of the two writes to the other, asks for or sees the other's items. Undecided
 * requests between them are ended as by whoever blocks. What is booked or on rent goes on, and so do messages about it:
 * a thing has to come back. Again, it changes nothing.
 *
 * @throws UNAUTHENTICATED, INVALID, NOT_FOUND for nobody, FORBIDDEN for oneself and for admins
 */
export async function blockMember(ctx: ServiceContext, input: BlockInput): Promise<{ blocked: true }> {
  const { id: blockerId } = requireMember(ctx.actor);
  const { memberId } = parseInput(blockSchema, input);
  if (memberId === blockerId) throw new DomainError('FORBIDDEN', 'block.oneself');
  const member = await ctx.db.user.findUnique({ where: { id: memberId }, select: { role: true } });
  if (!member) throw new DomainError('NOT_FOUND', 'notFound');
  if (member.role === 'ADMIN') throw new DomainError('FORBIDDEN', 'block.admin');
  await inTransaction(ctx, async (tx) => {
    const roomIds = await lockPair(tx, blockerId, memberId);
    const data = { blockerId, blockedId: memberId, createdAt: ctx.now() };
    const { count } = await tx.db.block.createMany({ data, skipDuplicates: true });
    if (count === 0) return;
    const open = { roomId: { in: roomIds } };
    await closeRequests(tx, ctx, { where: open, actorId: blockerId, reason: REASON });
    await tx.db.room.updateMany({ where: { id: { in: roomIds } }, data: { blockedAt: ctx.now() } });
    const running = await tx.db.rental.findMany({
      where: { ...open, status: { in: ['ACCEPTED', 'ACTIVE'] } },
      select: { roomId: true },
    });
    const shut = roomIds.filter((roomId) => !running.some((rental) => rental.roomId === roomId));
    tx.events.push({ type: 'rooms.shut', roomIds: shut });
  });
  return { blocked: true };
}
