import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import type { HiddenItemView } from '@/lib/features/items/views';

const MOST = 50;

/** The member's own items that an admin has hidden, the latest first, at most 50. @throws UNAUTHENTICATED */
export async function listHiddenItems(ctx: ServiceContext): Promise<HiddenItemView[]> {
  const { id: authorId } = requireMember(ctx.actor);
  const items = await ctx.db.item.findMany({
    where: { authorId, deletedAt: null, hiddenAt: { not: null } },
    orderBy: [{ hiddenAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: { id: true, title: true, hiddenReason: true },
  });
  return items.map(({ id, title, hiddenReason }) => ({ id, title, reason: hiddenReason ?? '' }));
}
