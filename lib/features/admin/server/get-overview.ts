import { requireAdmin } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import type { DayCount, OverviewView } from '@/lib/features/admin/views';

const DAYS = 30;

/** What happened in the last 30 days (in Seoul), and what waits. Three statements. @throws NOT_FOUND for others */
export async function getOverview(ctx: ServiceContext): Promise<OverviewView> {
  requireAdmin(ctx.actor);
  const now = ctx.now();
  const [days, [totals], [open]] = await Promise.all([
    ctx.db.$queryRaw<DayCount[]>`
      WITH span AS (
        SELECT generate_series(0, ${DAYS - 1}::int) AS "back", (${now}::timestamptz AT TIME ZONE 'Asia/Seoul')::date AS "today"
      ), day AS (
        SELECT "today" - "back" AS "date", ("today" - "back")::timestamp AT TIME ZONE 'Asia/Seoul' AS "from",
          ("today" - "back" + 1)::timestamp AT TIME ZONE 'Asia/Seoul' AS "to" FROM span
      )
      SELECT to_char("date", 'YYYY-MM-DD') AS "day",
        (SELECT count(*)::int FROM "User" WHERE "createdAt" >= "from" AND "createdAt" < "to") AS "members",
        (SELECT count(*)::int FROM "Item" WHERE "createdAt" >= "from" AND "createdAt" < "to") AS "items",
        (SELECT count(*)::int FROM "Message" WHERE "kind" = 'TEXT' AND "createdAt" >= "from" AND "createdAt" < "to")
          AS "messages",
        (SELECT count(*)::int FROM "Rental" WHERE "createdAt" >= "from" AND "createdAt" < "to") AS "rentals",
        (SELECT count(*)::int FROM "Report" WHERE "createdAt" >= "from" AND "createdAt" < "to") AS "reports"
      FROM day ORDER BY "date"`,
    ctx.db.$queryRaw<OverviewView['totals'][]>`
      SELECT (SELECT count(*)::int FROM "User" WHERE "status" <> 'WITHDRAWN') AS "members",
        (SELECT count(*)::int FROM "Item" WHERE "deletedAt" IS NULL) AS "items",
        (SELECT count(*)::int FROM "Message" WHERE "kind" = 'TEXT') AS "messages",
        (SELECT count(*)::int FROM "Rental") AS "rentals", (SELECT count(*)::int FROM "Report") AS "reports"`,
    ctx.db.$queryRaw<{ reports: number; feedback: number }[]>`
      SELECT (SELECT count(*)::int FROM "Report" WHERE "status" IN ('OPEN', 'CLAIMED')) AS "reports",
        (SELECT count(*)::int FROM "Feedback" WHERE "status" = 'OPEN') AS "feedback"`,
  ]);
  const none = { members: 0, items: 0, messages: 0, rentals: 0, reports: 0 };
  return { days, totals: totals ?? none, openReports: open?.reports ?? 0, openFeedback: open?.feedback ?? 0 };
}
