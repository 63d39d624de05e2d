import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { Prisma } from '@/lib/db/generated/client';
import type { Tx } from '@/lib/db/transaction';
import { MAX_TOTAL_BYTES } from '@/lib/features/images/variants';
import type { CoverRow } from './image-view';

/** A picture that the item has, or a prepared upload of its author that no item has taken. */
export type ImageRef = { imageId: string } | { uploadKey: string };

interface Claim {
  itemId: string;
  ownerId: string;
  /** in the order shown; the first is the cover */
  refs: ImageRef[];
}

interface ClaimedRow {
  id: string;
  key: string | null;
  originalBytes: number;
  blurDataUrl: string;
  color: string;
}

/**
 * Gives an item exactly these pictures, in this order, and releases those that it had beside them. The caller holds the
 * item's row lock or has made the item in this transaction.
 *
 * @returns what the item's row is to say about its pictures
 * @throws INVALID for `images.<index>` that is neither the item's nor a free upload of this member, and for `images`
 *   over 50 MB together
 */
export async function claimImages(tx: Tx, ctx: ServiceContext, claim: Claim) {
  const available = await lockAvailable(tx, claim);
  const chosen = claim.refs.map((ref, index) => {
    const row = available.find((image) => isMeant(image, ref));
    if (!row) throw imageProblem(`images.${index}`, 'image.missing');
    return row;
  });
  const repeated = chosen.findIndex((row, index) => chosen.indexOf(row) < index);
  if (repeated >= 0) throw imageProblem(`images.${repeated}`, 'image.missing');
  const totalBytes = chosen.reduce((sum, row) => sum + row.originalBytes, 0);
  if (totalBytes > MAX_TOTAL_BYTES) throw imageProblem('images', 'image.size');

  const ids = chosen.map((row) => row.id);
  await releaseImages(tx, ctx, claim.itemId, ids);
  await placeImages(tx, claim.itemId, ids);
  return { ...coverOf(chosen[0]), imageCount: chosen.length };
}

/** Lets go of the item's pictures, but for those to keep; a job removes their files later. */
export async function releaseImages(tx: Tx, ctx: ServiceContext, itemId: string, keep: string[] = []) {
  await tx.db.image.updateMany({
    where: { itemId, id: { notIn: keep } },
    data: { itemId: null, position: null, releasedAt: ctx.now() },
  });
}

/** An INVALID refusal whose sentence is that of its one field. */
export function imageProblem(field: string, key: string): DomainError {
  return new DomainError('INVALID', key, { fields: [{ field, reason: { key } }] });
}

function lockAvailable(tx: Tx, { itemId, ownerId, refs }: Claim): Promise<ClaimedRow[]> {
  const keys = refs.flatMap((ref) => ('uploadKey' in ref ? [ref.uploadKey] : []));
  return tx.db.$queryRaw<ClaimedRow[]>`
    SELECT image."id", upload."key", image."originalBytes", image."blurDataUrl", image."color"
    FROM "Image" image LEFT JOIN "Upload" upload ON upload."id" = image."uploadId"
    WHERE image."ownerId" = ${ownerId}::uuid AND image."releasedAt" IS NULL AND (
      image."itemId" = ${itemId}::uuid
      OR (image."itemId" IS NULL AND upload."userId" = ${ownerId}::uuid AND upload."key" = ANY(${keys}::text[])
        AND NOT EXISTS (SELECT 1 FROM "User" WHERE "avatarImageId" = image."id")))
    ORDER BY image."id"
    FOR UPDATE OF image`;
}

function isMeant(image: ClaimedRow, ref: ImageRef): boolean {
  return 'imageId' in ref ? image.id === ref.imageId.toLowerCase() : image.key === ref.uploadKey;
}

async function placeImages(tx: Tx, itemId: string, ids: string[]) {
  if (ids.length === 0) return;
  const places = ids.map((id, position) => Prisma.sql`(${id}::uuid, ${position}::int)`);
  await tx.db.$executeRaw`
    UPDATE "Image" image SET "itemId" = ${itemId}::uuid, "position" = place."position"
    FROM (VALUES ${Prisma.join(places)}) AS place("id", "position")
    WHERE image."id" = place."id"`;
}

function coverOf(image: ClaimedRow | undefined): CoverRow {
  return {
    coverImageId: image?.id ?? null,
    coverBlur: image?.blurDataUrl ?? null,
    coverColor: image?.color ?? null,
  };
}
