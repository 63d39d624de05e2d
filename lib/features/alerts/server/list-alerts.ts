import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { decodeCursor, toPage } from '@/lib/core/page';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import { type ListAlertsInput, listAlertsSchema } from '@/lib/features/alerts/schemas';
import type { AlertPayload } from '@/lib/realtime/events';
import { type AlertRow, toAlertPayload } from './alert-payload';
import { countAlerts } from './count-alerts';

/**
 * The member's own alerts, newest first, in two statements whatever their number. It is complete after any time away:
 * alerts are rows, and sockets only tell of them.
 *
 * @throws UNAUTHENTICATED, INVALID
 */
export async function listAlerts(
  ctx: ServiceContext,
  input: ListAlertsInput,
): Promise<{ alerts: AlertPayload[]; nextCursor: string | null; unread: number }> {
  const { id } = requireMember(ctx.actor);
  const { cursor, limit } = parseInput(listAlertsSchema, input);
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const place = after
    ? Prisma.sql`AND (alert."createdAt", alert."id") < (${after.at}, ${after.id}::uuid)`
    : Prisma.empty;
  const [rows, unread] = await Promise.all([
    queryPrepared<AlertRow>(
      ctx.db,
      Prisma.sql`
      SELECT alert."id", alert."kind", alert."roomId", alert."itemId", alert."title", alert."createdAt",
        alert."readAt", sender."nickname"::text AS "sender"
      FROM "Alert" alert LEFT JOIN "User" sender ON sender."id" = alert."senderId"
      WHERE alert."userId" = ${id}::uuid ${place}
      ORDER BY alert."createdAt" DESC, alert."id" DESC LIMIT ${Prisma.raw(String(limit + 1))}`,
    ),
    countAlerts(ctx),
  ]);
  const page = toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return { alerts: page.data.map(toAlertPayload), nextCursor: page.nextCursor, unread };
}
