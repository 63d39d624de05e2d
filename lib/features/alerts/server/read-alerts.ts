import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { type ReadAlertsInput, readAlertsSchema } from '@/lib/features/alerts/schemas';
import { countAlerts } from './count-alerts';

/**
 * Marks one, a room's or all of the member's own alerts read; what was read stays read at its first time.
 *
 * @throws UNAUTHENTICATED, INVALID, NOT_FOUND for an alert that is not the member's own
 */
export async function readAlerts(ctx: ServiceContext, input: ReadAlertsInput): Promise<{ unread: number }> {
  const { id: userId } = requireMember(ctx.actor);
  const wanted = parseInput(readAlertsSchema, input);
  const touched = await ctx.db.$executeRaw`
    UPDATE "Alert" SET "readAt" = coalesce("readAt", ${ctx.now()})
    WHERE "userId" = ${userId}::uuid AND ${whichOf(wanted)}`;
  if ('id' in wanted && touched === 0) throw new DomainError('NOT_FOUND', 'notFound');
  const unread = await countAlerts(ctx);
  ctx.publish([{ type: 'alert.counted', userId, unread }]);
  return { unread };
}

function whichOf(wanted: ReadAlertsInput): Prisma.Sql {
  if ('id' in wanted) return Prisma.sql`"id" = ${wanted.id}::uuid`;
  if ('roomId' in wanted) return Prisma.sql`"roomId" = ${wanted.roomId}::uuid AND "readAt" IS NULL`;
  return Prisma.sql`"readAt" IS NULL`;
}
