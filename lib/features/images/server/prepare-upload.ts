import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError, isDomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction } from '@/lib/db/transaction';
import { type PrepareUploadInput, prepareUploadSchema } from '@/lib/features/images/schemas';
import { IMAGE_WIDTHS, MAX_TOTAL_BYTES } from '@/lib/features/images/variants';
import type { ImageView } from '@/lib/features/images/views';
import { imageKey, ownsUploadKey } from '@/lib/storage/keys';
import { encodePicture } from './encode-picture';
import { inEncodeQueue } from './encode-queue';
import { type ImageRow, imageSelect, toImageView } from './image-view';
import { UPLOAD_LIFE_MS } from './upload-life';

const HEADERS = { contentType: 'image/webp', cacheControl: 'public, max-age=31536000, immutable' };

/**
 * Makes the pictures that people see of an uploaded file and removes the original. The same key again, also at the same
 * time, gives the same picture.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN without a district, INVALID image.missing (not this member's own, never sent, or too long ago), image.size, image.type,
 *   image.broken, image.tooLarge
 */
export async function prepareUpload(ctx: ServiceContext, input: PrepareUploadInput): Promise<ImageView> {
  const member = requireResident(ctx.actor);
  const { key } = parseInput(prepareUploadSchema, input);
  if (!ownsUploadKey(member.id, key)) throw missing();
  const ready = await findReady(ctx, key, member.id);
  return ready ?? inEncodeQueue(() => prepare(ctx, key, member.id));
}

async function prepare(ctx: ServiceContext, key: string, userId: string): Promise<ImageView> {
  const ready = await findReady(ctx, key, userId);
  if (ready) return ready;
  try {
    const original = await readOriginal(ctx, key);
    return toImageView(ctx, await store(ctx, key, userId, original));
  } catch (error) {
    // Another process may have been quicker, and has taken the original away.
    const made = await findReady(ctx, key, userId).catch(() => null);
    if (made) return made;
    if (isDomainError(error) && error.reason.key !== 'image.missing') await reject(ctx, key);
    throw error;
  }
}

/** The picture when it is made already. @throws INVALID when the key can give none */
async function findReady(ctx: ServiceContext, key: string, userId: string): Promise<ImageView | null> {
  const upload = await ctx.db.upload.findFirst({
    where: { key, userId },
    select: { status: true, createdAt: true, image: { select: { ...imageSelect, releasedAt: true } } },
  });
  if (!upload) throw missing();
  if (upload.status === 'REJECTED') throw new DomainError('INVALID', 'image.broken');
  if (upload.image && upload.image.releasedAt === null) return toImageView(ctx, upload.image);
  const isOver = ctx.now().getTime() - upload.createdAt.getTime() > UPLOAD_LIFE_MS;
  if (upload.status === 'READY' || isOver) throw missing();
  return null;
}

async function readOriginal(ctx: ServiceContext, key: string): Promise<Buffer> {
  try {
    const original = await ctx.storage.read(key, MAX_TOTAL_BYTES);
    if (original.length === 0) throw new DomainError('INVALID', 'image.empty');
    return original;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'STORAGE_OBJECT_NOT_FOUND') throw missing();
    if (code === 'STORAGE_OBJECT_TOO_LARGE') throw new DomainError('INVALID', 'image.size');
    throw error;
  }
}

async function store(ctx: ServiceContext, key: string, userId: string, original: Buffer): Promise<ImageRow> {
  const picture = await encodePicture(original);
  const upload = await ctx.db.upload.findUniqueOrThrow({ where: { key }, select: { id: true } });
  // The picture has the id of its upload, so that two that make it at once write the same files.
  const id = upload.id;
  await Promise.all(
    picture.files.map(({ width, webp }) => ctx.storage.write(imageKey(id, width), webp, HEADERS)),
  );
  const { width, height, blurDataUrl, color } = picture;
  const image = await inTransaction(ctx, async ({ db }) => {
    const { count } = await db.upload.updateMany({
      where: { id, status: 'ISSUED' },
      data: { status: 'READY' },
    });
    if (count === 0) throw missing();
    const data = { id, ownerId: userId, uploadId: id, width, height, blurDataUrl, color };
    return db.image.create({
      data: { ...data, originalBytes: original.length, createdAt: ctx.now() },
      select: imageSelect,
    });
  });
  ctx.afterwards(() => removeOriginal(ctx, key));
  return image;
}

async function reject(ctx: ServiceContext, key: string) {
  const { count } = await ctx.db.upload.updateMany({
    where: { key, status: 'ISSUED' },
    data: { status: 'REJECTED' },
  });
  if (count > 0) await removeOriginal(ctx, key);
}

/** What stays behind when this fails, the job removes. */
async function removeOriginal(ctx: ServiceContext, key: string) {
  await ctx.storage.remove([key]).catch((error: unknown) => {
    ctx.logger.warn({ err: error, requestId: ctx.requestId }, 'original not removed');
  });
}

/** Every file of a picture. */
export function filesOf(imageId: string): string[] {
  return IMAGE_WIDTHS.map((width) => imageKey(imageId, width));
}

function missing(): DomainError {
  return new DomainError('INVALID', 'image.missing');
}
