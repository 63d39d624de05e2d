import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse';
import { inTransaction } from '@/lib/db/transaction';
import { type BlockInput, blockSchema } from '@/lib/features/blocks/schemas';
import { lockPair } from './lock-pair';

/**
 * 차단 해제: all is as before, unless the other one blocks as well. Requests that were ended stay so.
 *
 * @throws UNAUTHENTICATED, INVALID
 */
export async function unblockMember(ctx: ServiceContext, input: BlockInput): Promise<{ blocked: false }> {
  const { id: blockerId } = requireMember(ctx.actor);
  const { memberId } = parseInput(blockSchema, input);
  await inTransaction(ctx, async (tx) => {
    const roomIds = await lockPair(tx, blockerId, memberId);
    await tx.db.block.deleteMany({ where: { blockerId, blockedId: memberId } });
    const isBlocked = await tx.db.block.count({ where: { blockerId: memberId, blockedId: blockerId } });
    if (isBlocked > 0) return;
    await tx.db.room.updateMany({ where: { id: { in: roomIds } }, data: { blockedAt: null } });
  });
  return { blocked: false };
}
