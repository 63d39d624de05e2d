import { requireAdmin } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { decodeCursor, type Page, toPage } from '@/lib/core/page';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { type AdminListInput, adminListSchema } from '@/lib/features/admin/schemas';
import type { AuditView } from '@/lib/features/admin/views';
import { containing } from './containing';

type AuditRow = Omit<AuditView, 'createdAt'> & { createdAt: Date };

/** Who did what, newest first; `q` narrows by action, target or admin. @throws NOT_FOUND for others, INVALID */
export async function listAudit(ctx: ServiceContext, input: AdminListInput): Promise<Page<AuditView>> {
  requireAdmin(ctx.actor);
  const { q, cursor, limit } = parseInput(adminListSchema, input);
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const place = after
    ? Prisma.sql`AND (entry."createdAt", entry."id") < (${after.at}, ${after.id}::uuid)`
    : Prisma.empty;
  const search = q?.trim()
    ? Prisma.sql`AND (entry."action" ILIKE ${containing(q)} OR entry."targetId" ILIKE ${containing(q)}
        OR admin."nickname"::text ILIKE ${containing(q)})`
    : Prisma.empty;
  const rows = await ctx.db.$queryRaw<AuditRow[]>`
    SELECT entry."id", admin."nickname"::text AS "admin", entry."action", entry."targetType", entry."targetId",
      entry."detail", entry."createdAt"
    FROM "AuditLog" entry LEFT JOIN "User" admin ON admin."id" = entry."adminId"
    WHERE true ${search} ${place}
    ORDER BY entry."createdAt" DESC, entry."id" DESC LIMIT ${limit + 1}`;
  const page = toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    data: page.data.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    nextCursor: page.nextCursor,
  };
}
