/** Widths in pixels of the re-encoded files of a picture; smaller originals are not enlarged. */
export const IMAGE_WIDTHS = [320, 640, 1280] as const;
export type ImageWidth = (typeof IMAGE_WIDTHS)[number];

export const MAX_IMAGES = 5;
/** Originals of one item together (PRODUCT.md 4). */
export const MAX_TOTAL_BYTES = 50 * 1024 * 1024;
/** Types that the browser may announce; what counts is the content. HEIC is taken where the decoder has it. */
export const IMAGE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/heic',
] as const;

/** @returns address of one width of a picture, below the `baseUrl` of its view */
export function variantUrl(baseUrl: string, width: ImageWidth): string {
  return `${baseUrl}/${width}.webp`;
}
