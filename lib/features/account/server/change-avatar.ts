import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { type ChangeAvatarInput, changeAvatarSchema } from '@/lib/features/account/schemas';
import { imageProblem } from '@/lib/features/images/server/claim-images';
import { prepareUpload } from '@/lib/features/images/server/prepare-upload';
import { avatarUrlOf } from '@/lib/features/users/server/member-summary';

/**
 * Gives the member a picture of their own upload, or none. The one before is released; a job removes its files.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN without a district, INVALID at `uploadKey` for a key that is not a free upload of
 *   this member or no picture
 */
export async function changeAvatar(
  ctx: ServiceContext,
  input: ChangeAvatarInput,
): Promise<{ avatarUrl: string | null }> {
  const { uploadKey } = parseInput(changeAvatarSchema, input);
  const { id: userId } = requireResident(ctx.actor);
  if (uploadKey !== null) await prepareUpload(ctx, { key: uploadKey });
  const imageId = await inTransaction(ctx, async (tx) => {
    const [user] = await tx.db.$queryRaw<{ avatarImageId: string | null }[]>`
      SELECT "avatarImageId" FROM "User" WHERE "id" = ${userId}::uuid AND "status" = 'ACTIVE'
      FOR NO KEY UPDATE`;
    if (!user) throw new DomainError('UNAUTHENTICATED', 'auth.required');
    const next = uploadKey === null ? null : await takeUpload(tx, userId, uploadKey);
    await tx.db.user.update({
      where: { id: userId },
      data: { avatarImageId: next, updatedAt: ctx.now() },
      select: { id: true },
    });
    if (user.avatarImageId) await releaseAvatar(tx, ctx, user.avatarImageId);
    return next;
  });
  return { avatarUrl: avatarUrlOf(ctx, imageId) };
}

/** Lets go of a picture that was somebody's face. */
export async function releaseAvatar(tx: Tx, ctx: ServiceContext, imageId: string): Promise<void> {
  await tx.db.image.updateMany({ where: { id: imageId }, data: { releasedAt: ctx.now() } });
}

async function takeUpload(tx: Tx, userId: string, uploadKey: string): Promise<string> {
  const [image] = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT image."id" FROM "Image" image JOIN "Upload" upload ON upload."id" = image."uploadId"
    WHERE upload."key" = ${uploadKey} AND upload."userId" = ${userId}::uuid AND image."ownerId" = ${userId}::uuid
      AND image."itemId" IS NULL AND image."releasedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "User" WHERE "avatarImageId" = image."id")
    FOR UPDATE OF image`;
  if (!image) throw imageProblem('uploadKey', 'image.missing');
  return image.id;
}
