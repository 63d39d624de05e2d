import type { ServiceContext } from '@/lib/core/context';

/** Kept pages live for a minute and transactions end within seconds: what is older concerns no page. */
const LIFE_MS = 600_000;

/** Removes what visitors' pages no longer ask for. @returns how many rows went */
export async function removePageChanges(ctx: ServiceContext): Promise<{ removed: number }> {
  const { count } = await ctx.db.pageChange.deleteMany({
    where: { createdAt: { lt: new Date(ctx.now().getTime() - LIFE_MS) } },
  });
  return { removed: count };
}
