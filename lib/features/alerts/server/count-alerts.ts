import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';

/**
 * How many of the member's alerts are unread.
 *
 * @throws UNAUTHENTICATED
 */
export async function countAlerts(ctx: ServiceContext): Promise<number> {
  const { id } = requireMember(ctx.actor);
  const [row] = await ctx.db.$queryRaw<{ unread: number }[]>`
    SELECT count(*)::int AS "unread" FROM "Alert" WHERE "userId" = ${id}::uuid AND "readAt" IS NULL`;
  return row?.unread ?? 0;
}
