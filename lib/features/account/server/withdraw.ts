import { type MemberActor, requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { forgetSessions } from '@/lib/features/auth/server/end-session';
import { closeRequests } from '@/lib/features/rentals/server/close-requests';
import { markDeleted } from '@/lib/features/rentals/server/delete-item';
import { releaseAvatar } from './change-avatar';

const REASON = '회원이 탈퇴했어요.';

interface LeavingUser {
  role: 'MEMBER' | 'ADMIN';
  avatarImageId: string | null;
}

/**
 * 회원 탈퇴: the member leaves for good. Items leave the lists, undecided requests are ended and the other side is told,
 * personal data go, sessions and sockets end; rooms and reviews stay for the others, who see 탈퇴유저. The e-mail address
 * and the nickname are free again at once.
 *
 * @throws UNAUTHENTICATED, CONFLICT while a rental of theirs is booked or running, or for the only admin
 */
export async function withdraw(ctx: ServiceContext): Promise<{ withdrawn: true }> {
  const member = requireMember(ctx.actor);
  await inTransaction(ctx, async (tx) => {
    const user = await lockUser(tx, member.id);
    if (user.role === 'ADMIN') await refuseLastAdmin(tx, member.id);
    const itemIds = await lockItems(tx, member.id);
    await refuseWhileRenting(tx, member.id);
    await closeRequests(tx, ctx, { where: partOf(member.id), actorId: member.id, reason: REASON });
    for (const itemId of itemIds) await markDeleted(tx, ctx, itemId);
    await forget(tx, ctx, member, user);
  });
  return { withdrawn: true };
}

async function lockUser(tx: Tx, userId: string): Promise<LeavingUser> {
  const [user] = await tx.db.$queryRaw<LeavingUser[]>`
    SELECT "role", "avatarImageId" FROM "User" WHERE "id" = ${userId}::uuid AND "status" = 'ACTIVE' FOR UPDATE`;
  if (!user) throw new DomainError('UNAUTHENTICATED', 'auth.required');
  return user;
}

/** Somebody has to be able to make the next admin; two that leave at once wait for each other. */
export async function refuseLastAdmin(tx: Tx, userId: string) {
  const others = await tx.db.$queryRaw<object[]>`
    SELECT 1 FROM "User" WHERE "role" = 'ADMIN' AND "status" = 'ACTIVE' AND "id" <> ${userId}::uuid
    ORDER BY "id" LIMIT 1 FOR UPDATE`;
  if (others.length === 0) throw new DomainError('CONFLICT', 'account.lastAdmin');
}

/**
 * Every item on which they deal, locked in one order: whoever accepts a request of theirs has either done so before or
 * finds them gone.
 *
 * @returns ids of their own items that are still there
 */
async function lockItems(tx: Tx, userId: string): Promise<string[]> {
  const items = await tx.db.$queryRaw<{ id: string; isOwn: boolean }[]>`
    SELECT "id", "authorId" = ${userId}::uuid AND "deletedAt" IS NULL AS "isOwn" FROM "Item"
    WHERE ("authorId" = ${userId}::uuid AND "deletedAt" IS NULL) OR "id" IN (
      SELECT "itemId" FROM "Rental" WHERE ${userId}::uuid IN ("lenderId", "renterId")
        AND "status" IN ('REQUESTED', 'ACCEPTED', 'ACTIVE'))
    ORDER BY "id" FOR UPDATE`;
  return items.flatMap(({ id, isOwn }) => (isOwn ? [id] : []));
}

async function refuseWhileRenting(tx: Tx, userId: string) {
  const open = await tx.db.rental.findFirst({
    where: { ...partOf(userId), status: { in: ['ACCEPTED', 'ACTIVE'] } },
    select: { id: true },
  });
  if (open) throw new DomainError('CONFLICT', 'account.rentalOpen');
}

function partOf(userId: string) {
  return { OR: [{ lenderId: userId }, { renterId: userId }] };
}

async function forget(tx: Tx, ctx: ServiceContext, { id: userId }: MemberActor, user: LeavingUser) {
  const now = ctx.now();
  await tx.db.user.update({
    where: { id: userId },
    data: {
      status: 'WITHDRAWN',
      withdrawnAt: now,
      updatedAt: now,
      email: null,
      emailVerifiedAt: null,
      passwordHash: null,
      nickname: null,
      regionCode: null,
      avatarImageId: null,
      role: 'MEMBER',
      sessionVersion: { increment: 1 },
    },
    select: { id: true },
  });
  if (user.avatarImageId) await releaseAvatar(tx, ctx, user.avatarImageId);
  await tx.db.$executeRaw`
    WITH gone AS (DELETE FROM "Bookmark" WHERE "userId" = ${userId}::uuid RETURNING "itemId")
    UPDATE "Item" SET "bookmarkCount" = "bookmarkCount" - 1 FROM gone WHERE "Item"."id" = gone."itemId"`;
  await tx.db.account.deleteMany({ where: { userId } });
  await forgetSessions(tx, userId);
  await tx.db.emailToken.deleteMany({ where: { userId } });
  await tx.db.secondFactor.deleteMany({ where: { userId } });
  await tx.db.idempotencyKey.deleteMany({ where: { userId } });
  await tx.db.alert.deleteMany({ where: { userId } });
}
