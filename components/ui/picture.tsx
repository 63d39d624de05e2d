import type { CSSProperties } from 'react';
import { cx } from './cx';

export type PictureSource = { url: string; widthPx: number };

export type PictureProps = {
  /** The same picture in several widths, in any order. */
  sources: readonly PictureSource[];
  /** Empty when the text beside it already says what is seen. */
  alt: string;
  /** A data: URL of a few pixels, shown blurred until the picture is there. */
  blurDataUrl?: string | null;
  /** What fills the frame before even the blur is decoded: `#rrggbb`. */
  color?: string;
  /** Width ÷ height of the frame; the picture is cut to it. */
  ratio?: number;
  /** As in `<img sizes>`. */
  sizes?: string;
  /** The one large picture that is seen first. */
  isPriority?: boolean;
  className?: string;
};

export function Picture({
  sources,
  alt,
  blurDataUrl,
  color,
  ratio = 1,
  sizes = '100vw',
  isPriority,
  className,
}: PictureProps) {
  const byWidth = [...sources].sort((a, b) => a.widthPx - b.widthPx);
  const largest = byWidth.at(-1);
  return (
    <span
      className={cx('relative block overflow-hidden bg-sunken', blurDataUrl && 'blurred', className)}
      style={
        {
          aspectRatio: ratio,
          backgroundColor: color,
          ...(blurDataUrl && { '--blur': `url("${blurDataUrl}")` }),
        } as CSSProperties
      }
    >
      {largest && (
        // biome-ignore lint/performance/noImgElement: re-encoded at upload, there is nothing left to optimise
        <img
          src={largest.url}
          srcSet={byWidth.map(({ url, widthPx }) => `${url} ${widthPx}w`).join(', ')}
          sizes={sizes}
          alt={alt}
          loading={isPriority ? 'eager' : 'lazy'}
          fetchPriority={isPriority ? 'high' : undefined}
          decoding="async"
          className="absolute inset-0 size-full object-cover text-transparent"
        />
      )}
    </span>
  );
}
