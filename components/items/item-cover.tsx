import { cx } from '@/components/ui/cx';
import { Illustration } from '@/components/ui/illustration';
import { Picture } from '@/components/ui/picture';
import { IMAGE_WIDTHS, variantUrl } from '@/lib/features/images/variants';
import type { CoverView } from '@/lib/features/images/views';

const HUES = [
  'bg-hue1 text-hue1-ink',
  'bg-hue2 text-hue2-ink',
  'bg-hue3 text-hue3-ink',
  'bg-hue4 text-hue4-ink',
  'bg-hue5 text-hue5-ink',
  'bg-hue6 text-hue6-ink',
] as const;

type ItemCoverProps = {
  itemId: string;
  cover: CoverView | null;
  /** As in `<img sizes>`. */
  sizes: string;
  /** Width ÷ height */
  ratio?: number;
  isPriority?: boolean;
  className?: string;
};

/** First picture of an item, or a drawing on a colour of its own. The title beside it says what it is. */
export function ItemCover({ itemId, cover, sizes, ratio = 1, isPriority, className }: ItemCoverProps) {
  if (!cover) {
    return (
      <span
        aria-hidden="true"
        style={{ aspectRatio: ratio }}
        className={cx('flex items-center justify-center', hueOf(itemId), className)}
      >
        <Illustration drawing="box" className="w-1/2 max-w-40 opacity-70" />
      </span>
    );
  }
  return (
    <Picture
      alt=""
      sources={IMAGE_WIDTHS.map((widthPx) => ({ url: variantUrl(cover.baseUrl, widthPx), widthPx }))}
      blurDataUrl={cover.blurDataUrl}
      color={cover.color}
      ratio={ratio}
      sizes={sizes}
      isPriority={isPriority}
      className={className}
    />
  );
}

function hueOf(id: string): string {
  return HUES[Number.parseInt(id.slice(-6), 16) % HUES.length] ?? HUES[0];
}
