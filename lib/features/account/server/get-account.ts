import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { Prisma } from '@/lib/db/generated/client';
import type { AccountView, SessionView } from '@/lib/features/account/views';
import { idleSince } from '@/lib/features/auth/session-life';
import { avatarUrlOf } from '@/lib/features/users/server/member-summary';

interface AccountRow {
  id: string;
  nickname: string;
  email: string | null;
  isEmailVerified: boolean;
  hasPassword: boolean;
  hasKakao: boolean;
  recoveryCodes: number | null;
  avatarImageId: string | null;
  regionCode: string | null;
}

/** The member's own account, in one statement. @throws UNAUTHENTICATED */
export async function getAccount(ctx: ServiceContext): Promise<AccountView> {
  return toView(ctx, await readRow<AccountRow>(ctx, Prisma.empty));
}

/**
 * The same with the browsers in which the member is signed in, of those that the server knows of (from before it kept
 * them there may be more): the one used last first, fifty at most. Still one statement.
 *
 * @throws UNAUTHENTICATED
 */
export async function getAccountWithSessions(
  ctx: ServiceContext,
): Promise<{ account: AccountView; sessions: SessionView[] }> {
  const { sessions, ...row } = await readRow<AccountRow & { sessions: SessionView[] | null }>(
    ctx,
    Prisma.sql`, (SELECT json_agg(open) FROM (
      SELECT "id", "browser", "startedAt", "usedAt" FROM "Session"
      WHERE "userId" = "User"."id" AND "endsAt" > ${ctx.now()} AND "usedAt" >= ${idleSince(ctx.now())}
      ORDER BY "usedAt" DESC, "id" DESC LIMIT 50) open) AS "sessions"`,
  );
  return { account: toView(ctx, row), sessions: sessions ?? [] };
}

async function readRow<R extends AccountRow>(ctx: ServiceContext, more: Prisma.Sql): Promise<R> {
  const { id } = requireMember(ctx.actor);
  const [row] = await ctx.db.$queryRaw<R[]>`
    SELECT "id", "nickname"::text AS "nickname", "email"::text AS "email",
      "emailVerifiedAt" IS NOT NULL AS "isEmailVerified", "passwordHash" IS NOT NULL AS "hasPassword",
      EXISTS (SELECT 1 FROM "Account" WHERE "userId" = "User"."id" AND "provider" = 'kakao') AS "hasKakao",
      (SELECT (SELECT count(*)::int FROM "RecoveryCode" code WHERE code."userId" = factor."userId")
        FROM "SecondFactor" factor WHERE factor."userId" = "User"."id" AND factor."confirmedAt" IS NOT NULL) AS "recoveryCodes",
      "avatarImageId", "regionCode"${more}
    FROM "User" WHERE "id" = ${id}::uuid AND "nickname" IS NOT NULL`;
  if (!row) throw new DomainError('UNAUTHENTICATED', 'auth.required');
  return row;
}

function toView(ctx: ServiceContext, { avatarImageId, ...account }: AccountRow): AccountView {
  return { ...account, avatarUrl: avatarUrlOf(ctx, avatarImageId) };
}
