export interface ImageView {
  id: string;
  /** the files are `<baseUrl>/<width>.webp` (variants.ts) */
  baseUrl: string;
  width: number;
  height: number;
  /** tiny picture to show while the real one loads */
  blurDataUrl: string;
  /** average colour, #rrggbb */
  color: string;
}

/** Cover of an item in lists. */
export type CoverView = Pick<ImageView, 'id' | 'baseUrl' | 'blurDataUrl' | 'color'>;

export interface PresignedUpload {
  key: string;
  /** where the browser posts the form to */
  url: string;
  /** form fields, to be sent before the field `file` */
  fields: Record<string, string>;
}
