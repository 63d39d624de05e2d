import { Carousel } from '@/components/ui/carousel';
import { Picture } from '@/components/ui/picture';
import { IMAGE_WIDTHS, variantUrl } from '@/lib/features/images/variants';
import type { ItemView } from '@/lib/features/items/views';
import { ItemCover } from './item-cover';

const SIZES = '(width >= 64rem) 36rem, (width >= 48rem) 60vw, 100vw';

/** The pictures of an item as a slider; one drawing when it has none. */
export function ItemGallery({ item }: { item: Pick<ItemView, 'id' | 'title' | 'images'> }) {
  if (item.images.length === 0) {
    return (
      <ItemCover itemId={item.id} cover={null} sizes={SIZES} ratio={4 / 3} className="w-full md:rounded-xl" />
    );
  }
  return (
    <Carousel
      label={item.title}
      className="overflow-hidden md:rounded-xl"
      slides={item.images.map((image, index) => ({
        key: image.id,
        content: (
          <Picture
            alt={item.title}
            sources={IMAGE_WIDTHS.map((widthPx) => ({ url: variantUrl(image.baseUrl, widthPx), widthPx }))}
            blurDataUrl={image.blurDataUrl}
            color={image.color}
            ratio={4 / 3}
            sizes={SIZES}
            isPriority={index === 0}
            className="w-full"
          />
        ),
      }))}
    />
  );
}
