import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { madeOnce } from '@/lib/core/made-once';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { refuseTooMany } from '@/lib/db/refuse-too-many';
import { inTransaction } from '@/lib/db/transaction';
import { type RequestUploadInput, requestUploadSchema } from '@/lib/features/images/schemas';
import type { PresignedUpload } from '@/lib/features/images/views';
import { uploadKey } from '@/lib/storage/keys';

const LIFE_SECONDS = 15 * 60;
/** Uploads of one member in an hour that no item has taken. */
const MAX_UNCLAIMED_AN_HOUR = 30;

/**
 * Issues a form with which the member's browser posts one file straight to the bucket: exactly this type, at most the
 * announced size, for 15 minutes.
 *
 * @throws INVALID by field, FORBIDDEN without a district, RATE_LIMITED
 */
export async function requestUpload(
  ctx: ServiceContext,
  input: RequestUploadInput,
): Promise<PresignedUpload> {
  const member = requireResident(ctx.actor);
  const { contentType, bytes } = parseInput(requestUploadSchema, input);
  const key = await madeOnce(
    ctx,
    (id) => findOwn(ctx, member.id, id),
    (id) => record(ctx, { userId: member.id, key: uploadKey(member.id, id), contentType }),
  );
  const form = await ctx.storage.presignPost({
    key,
    contentType,
    maxBytes: bytes,
    expiresInSeconds: LIFE_SECONDS,
  });
  return { key, ...form };
}

async function findOwn(ctx: ServiceContext, userId: string, id: string): Promise<string | null> {
  const key = uploadKey(userId, id);
  const found = await ctx.db.upload.findFirst({ where: { key, userId }, select: { key: true } });
  return found && key;
}

async function record(
  ctx: ServiceContext,
  upload: { userId: string; key: string; contentType: string },
): Promise<string> {
  await inTransaction(ctx, async (tx) => {
    const { userId } = upload;
    const limit = { kind: 'upload', most: MAX_UNCLAIMED_AN_HOUR, reason: 'image.tooMany' } as const;
    await refuseTooMany(
      tx,
      { ...limit, userId, now: ctx.now() },
      (since) => Prisma.sql`
        SELECT upload."createdAt" FROM "Upload" upload LEFT JOIN "Image" image ON image."uploadId" = upload."id"
        WHERE upload."userId" = ${userId}::uuid AND upload."createdAt" > ${since} AND image."itemId" IS NULL`,
    );
    await tx.db.upload.create({ data: { ...upload, createdAt: ctx.now() } });
  });
  return upload.key;
}
