import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';

/**
 * How many messages the member has not read, over all their rooms.
 *
 * @throws UNAUTHENTICATED
 */
export async function countUnread(ctx: ServiceContext): Promise<number> {
  const { id } = requireMember(ctx.actor);
  const [row] = await ctx.db.$queryRaw<{ unread: number }[]>`
    SELECT coalesce(sum(room."lastSeq" - mine."readSeq"), 0)::int AS "unread"
    FROM "RoomMember" mine JOIN "Room" room ON room."id" = mine."roomId"
    WHERE mine."userId" = ${id}::uuid`;
  return row?.unread ?? 0;
}
