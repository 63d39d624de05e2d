import { requireAdmin } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { decodeCursor, type Page, toPage } from '@/lib/core/page';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import {
  type AdminListInput,
  adminListSchema,
  memberIdSchema,
  type SuspendMemberInput,
  suspendMemberSchema,
} from '@/lib/features/admin/schemas';
import type { AdminMemberView } from '@/lib/features/admin/views';
import { forgetSessions } from '@/lib/features/auth/server/end-session';
import { confirmPassword } from './confirm-password';
import { containing } from './containing';
import { writeAudit } from './write-audit';

type MemberRow = Omit<AdminMemberView, 'createdAt'> & { createdAt: Date };

/** Members, newest first, or those whose nickname or address holds `q`. @throws NOT_FOUND for others, INVALID */
export async function listMembers(
  ctx: ServiceContext,
  input: AdminListInput,
): Promise<Page<AdminMemberView>> {
  requireAdmin(ctx.actor);
  const { q, cursor, limit } = parseInput(adminListSchema, input);
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const place = after
    ? Prisma.sql`AND (member."createdAt", member."id") < (${after.at}, ${after.id}::uuid)`
    : Prisma.empty;
  const search = q?.trim()
    ? Prisma.sql`AND (member."nickname"::text ILIKE ${containing(q)} OR member."email"::text ILIKE ${containing(q)})`
    : Prisma.empty;
  const rows = await ctx.db.$queryRaw<MemberRow[]>`
    SELECT member."id", member."nickname"::text AS "nickname", member."email"::text AS "email", member."role",
      member."status", member."suspendedReason", member."createdAt", place."name" AS "regionName",
      EXISTS (SELECT 1 FROM "SecondFactor" WHERE "userId" = member."id" AND "confirmedAt" IS NOT NULL) AS "hasTwoStep",
      (SELECT count(*)::int FROM "Item" WHERE "authorId" = member."id" AND "deletedAt" IS NULL) AS "items",
      (SELECT count(*)::int FROM "Rental" WHERE member."id" IN ("lenderId", "renterId")
        AND "status" IN ('ACCEPTED', 'ACTIVE')) AS "openRentals",
      (SELECT count(*)::int FROM "Report" report JOIN "Item" item ON item."id" = report."itemId"
        WHERE item."authorId" = member."id") AS "reportsAgainst"
    FROM "User" member LEFT JOIN "Region" place ON place."code" = member."regionCode"
    WHERE true ${search} ${place}
    ORDER BY member."createdAt" DESC, member."id" DESC LIMIT ${limit + 1}`;
  const page = toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    data: page.data.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    nextCursor: page.nextCursor,
  };
}

/**
 * Suspends a member: every session, socket and token of theirs ends at once. Running rentals stay as they are.
 *
 * @throws NOT_FOUND, INVALID by field, CONFLICT for oneself, another admin, or a member who is not active
 */
export async function suspendMember(ctx: ServiceContext, input: SuspendMemberInput): Promise<void> {
  const admin = requireAdmin(ctx.actor);
  const { memberId, reason, adminPassword } = parseInput(suspendMemberSchema, input);
  await confirmPassword(ctx, admin.id, adminPassword);
  await inTransaction(ctx, (tx) => suspend(tx, ctx, { adminId: admin.id, memberId, reason }));
}

export async function suspend(
  tx: Tx,
  ctx: ServiceContext,
  { adminId, memberId, reason }: { adminId: string; memberId: string; reason: string },
) {
  const member = await tx.db.user.findUnique({
    where: { id: memberId },
    select: { role: true, status: true },
  });
  if (!member) throw new DomainError('NOT_FOUND', 'notFound');
  if (memberId === adminId || member.role === 'ADMIN') throw new DomainError('CONFLICT', 'admin.notAdmins');
  const { count } = await tx.db.user.updateMany({
    where: { id: memberId, status: 'ACTIVE', role: 'MEMBER' },
    data: {
      status: 'SUSPENDED',
      suspendedReason: reason,
      sessionVersion: { increment: 1 },
      updatedAt: ctx.now(),
    },
  });
  if (count === 0) throw new DomainError('CONFLICT', 'admin.notActive');
  await forgetSessions(tx, memberId);
  await writeAudit(tx, ctx, {
    adminId,
    action: 'member.suspended',
    target: { type: 'member', id: memberId },
    detail: { reason },
  });
}

/** Lets a suspended member in again. @throws NOT_FOUND, CONFLICT when they are not suspended */
export async function liftSuspension(ctx: ServiceContext, input: { memberId: string }): Promise<void> {
  const { id: adminId } = requireAdmin(ctx.actor);
  const { memberId } = parseInput(memberIdSchema, input);
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.user.updateMany({
      where: { id: memberId, status: 'SUSPENDED' },
      data: { status: 'ACTIVE', suspendedReason: null, updatedAt: ctx.now() },
    });
    if (count === 0) throw new DomainError('CONFLICT', 'admin.notSuspended');
    await writeAudit(tx, ctx, {
      adminId,
      action: 'member.restored',
      target: { type: 'member', id: memberId },
    });
  });
}
