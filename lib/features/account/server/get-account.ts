import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import type { AccountView } from '@/lib/features/account/views';
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
  const { id } = requireMember(ctx.actor);
  const [row] = await ctx.db.$queryRaw<AccountRow[]>`
    SELECT "id", "nickname"::text AS "nickname", "email"::text AS "email",
      "emailVerifiedAt" IS NOT NULL AS "isEmailVerified", "passwordHash" IS NOT NULL AS "hasPassword",
      EXISTS (SELECT 1 FROM "Account" WHERE "userId" = "User"."id" AND "provider" = 'kakao') AS "hasKakao",
      (SELECT (SELECT count(*)::int FROM "RecoveryCode" code WHERE code."userId" = factor."userId")
        FROM "SecondFactor" factor WHERE factor."userId" = "User"."id" AND factor."confirmedAt" IS NOT NULL) AS "recoveryCodes",
      "avatarImageId", "regionCode"
    FROM "User" WHERE "id" = ${id}::uuid AND "nickname" IS NOT NULL`;
  if (!row) throw new DomainError('UNAUTHENTICATED', 'auth.required');
  const { avatarImageId, ...account } = row;
  return { ...account, avatarUrl: avatarUrlOf(ctx, avatarImageId) };
}
