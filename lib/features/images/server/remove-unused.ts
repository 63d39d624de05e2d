import { requireSystem } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { isBackupUnderWay } from '@/lib/db/backup-lock';
import { UPLOAD_PREFIX } from '@/lib/storage/keys';
import { filesOf } from './prepare-upload';
import { RELEASED_LIFE_MS, UNUSED_LIFE_MS } from './upload-life';

/** Rows in one run; the next run goes on. Keys in one statement. */
const BATCH = 500;

/**
 * Removes uploads that no item took in 24 hours, originals that old, and pictures released an hour ago: first their
 * files, then their rows, so that a run that was cut off is made good by the next. Safe to run twice, also at once. While
 * a backup copies objects it removes nothing (docs/BACKUP.md).
 *
 * @returns how many of each went
 * @throws FORBIDDEN for everybody but jobs
 */
export async function removeUnusedImages(ctx: ServiceContext): Promise<{ images: number; uploads: number }> {
  requireSystem(ctx.actor);
  if (await isBackupUnderWay(ctx.db)) return { images: 0, uploads: 0 };
  await releaseUntaken(ctx);
  const removed = { images: await removeImages(ctx), uploads: await removeUploads(ctx) };
  await removeOldOriginals(ctx);
  return removed;
}

/** From here on no item can take them: claims lock the row and want one that is not released. */
async function releaseUntaken(ctx: ServiceContext) {
  await ctx.db.image.updateMany({
    where: { itemId: null, releasedAt: null, avatarOf: null, createdAt: { lt: before(ctx, UNUSED_LIFE_MS) } },
    data: { releasedAt: before(ctx, RELEASED_LIFE_MS) },
  });
}

async function removeImages(ctx: ServiceContext): Promise<number> {
  const images = await ctx.db.image.findMany({
    where: { itemId: null, avatarOf: null, releasedAt: { lte: before(ctx, RELEASED_LIFE_MS) } },
    orderBy: { createdAt: 'asc' },
    take: BATCH,
    select: { id: true, uploadId: true, upload: { select: { key: true } } },
  });
  if (images.length === 0) return 0;
  await ctx.storage.remove(images.flatMap((image) => [...filesOf(image.id), ...keyOf(image.upload)]));
  const { count } = await ctx.db.image.deleteMany({ where: { id: { in: images.map(({ id }) => id) } } });
  const uploadIds = images.flatMap(({ uploadId }) => (uploadId ? [uploadId] : []));
  await ctx.db.upload.deleteMany({ where: { id: { in: uploadIds } } });
  return count;
}

async function removeUploads(ctx: ServiceContext): Promise<number> {
  const uploads = await ctx.db.upload.findMany({
    where: { status: { not: 'READY' }, createdAt: { lt: before(ctx, UNUSED_LIFE_MS) } },
    orderBy: { createdAt: 'asc' },
    take: BATCH,
    select: { id: true, key: true },
  });
  if (uploads.length === 0) return 0;
  // A crash in the middle may have left files of a picture that has no row; it would have had the upload's id.
  await ctx.storage.remove(uploads.flatMap(({ id, key }) => [key, ...filesOf(id)]));
  const ids = uploads.map(({ id }) => id);
  const { count } = await ctx.db.upload.deleteMany({ where: { id: { in: ids }, status: { not: 'READY' } } });
  return count;
}

/**
 * A form holds for minutes after its picture was made: what it brings again has a row that says all is done. Keys without
 * a row are of another state of the database, or of another database (docs/BACKUP.md): they stay, and stand in nobody's way.
 */
async function removeOldOriginals(ctx: ServiceContext) {
  const end = before(ctx, UNUSED_LIFE_MS);
  let old: string[] = [];
  for await (const { key, lastModified } of ctx.storage.list(UPLOAD_PREFIX)) {
    if (lastModified < end) old.push(key);
    if (old.length < BATCH) continue;
    await removeUsed(ctx, old);
    old = [];
  }
  await removeUsed(ctx, old);
}

async function removeUsed(ctx: ServiceContext, old: string[]) {
  const used = await ctx.db.upload.findMany({
    where: { key: { in: old }, status: 'READY' },
    select: { key: true },
  });
  await ctx.storage.remove(used.map(({ key }) => key));
}

function keyOf(upload: { key: string } | null): string[] {
  return upload ? [upload.key] : [];
}

function before(ctx: ServiceContext, ms: number): Date {
  return new Date(ctx.now().getTime() - ms);
}
