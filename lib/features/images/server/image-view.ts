import type { ServiceContext } from '@/lib/core/context';
import type { CoverView, ImageView } from '@/lib/features/images/views';

/** What Prisma is to select for `toImageView`. */
export const imageSelect = { id: true, width: true, height: true, blurDataUrl: true, color: true } as const;

export type ImageRow = Omit<ImageView, 'baseUrl'>;

/** Copy of the cover that an item keeps in its own row. */
export interface CoverRow {
  coverImageId: string | null;
  coverBlur: string | null;
  coverColor: string | null;
}

export function toImageView(ctx: ServiceContext, row: ImageRow): ImageView {
  const { id, width, height, blurDataUrl, color } = row;
  return { id, baseUrl: imageBaseUrl(ctx, id), width, height, blurDataUrl, color };
}

/** @returns null for an item without pictures */
export function toCover(ctx: ServiceContext, row: CoverRow): CoverView | null {
  if (row.coverImageId === null) return null;
  return {
    id: row.coverImageId,
    baseUrl: imageBaseUrl(ctx, row.coverImageId),
    blurDataUrl: row.coverBlur ?? '',
    color: row.coverColor ?? '#cccccc',
  };
}

/** Address below which the files of a picture are, `<width>.webp` each. */
export function imageBaseUrl(ctx: ServiceContext, imageId: string): string {
  return ctx.storage.publicUrl(`images/${imageId}`);
}
