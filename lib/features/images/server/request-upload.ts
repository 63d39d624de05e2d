import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { madeOnce } from '@/lib/core/made-once';
import { parseInput } from '@/lib/core/parse';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { type RequestUploadInput, requestUploadSchema } from '@/lib/features/images/schemas';
import type { PresignedUpload } from '@/lib/features/images/views';
import { uploadKey } from '@/lib/storage/keys';

const LIFE_SECONDS = 15 * 60;
const HOUR_MS = 3_600_000;
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
    await refuseTooMany(tx, upload.userId, ctx.now());
    await tx.db.upload.create({ data: { ...upload, createdAt: ctx.now() } });
  });
  return upload.key;
}

async function refuseTooMany(tx: Tx, userId: string, now: Date) {
  // One member's requests queue here, so that those sent at once are all counted.
  await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`upload:${userId}`}, 0))`;
  const since = new Date(now.getTime() - HOUR_MS);
  const recent = await tx.db.$queryRaw<{ createdAt: Date }[]>`
    SELECT upload."createdAt" FROM "Upload" upload
    LEFT JOIN "Image" image ON image."uploadId" = upload."id"
    WHERE upload."userId" = ${userId}::uuid AND upload."createdAt" > ${since} AND image."itemId" IS NULL
    ORDER BY upload."createdAt" DESC LIMIT ${MAX_UNCLAIMED_AN_HOUR}`;
  const oldest = recent.at(-1);
  if (recent.length < MAX_UNCLAIMED_AN_HOUR || !oldest) return;
  const waitMs = oldest.createdAt.getTime() + HOUR_MS - now.getTime();
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  const values = { minutes: Math.ceil(retryAfterSeconds / 60) };
  throw new DomainError('RATE_LIMITED', { key: 'image.tooMany', values }, { retryAfterSeconds });
}
