import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';

/**
 * How many of the member's alerts are unread.
 *
 * @throws UNAUTHENTICATED
 */
export async function countAlerts(ctx: ServiceContext): Promise<number> {
  return countAlertsOf(ctx, requireMember(ctx.actor).id);
}

/** The same for any member: for those who tell that very member. */
export async function countAlertsOf(ctx: ServiceContext, userId: string): Promise<number> {
  const [row] = await queryPrepared<{ unread: number }>(
    ctx.db,
    Prisma.sql`
    SELECT count(*)::int AS "unread" FROM "Alert" WHERE "userId" = ${userId}::uuid AND "readAt" IS NULL`,
  );
  return row?.unread ?? 0;
}
