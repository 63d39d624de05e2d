import { cutText } from '@/lib/core/count-characters';
import { variantUrl } from '@/lib/features/images/variants';
import type { ItemView } from '@/lib/features/items/views';

/** schema.org Product for search engines. People write into it, so that `<` never leaves it as such. */
export function ItemJsonLd({ item }: { item: ItemView }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON whose every `<` is escaped
      dangerouslySetInnerHTML={{ __html: toScriptJson(productOf(item)) }}
    />
  );
}

/** JSON that can stand inside a script element whatever is in it. */
export function toScriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function productOf(item: ItemView) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: item.title,
    description: cutText(item.body, 300),
    category: item.category.name,
    image: item.images.map((image) => variantUrl(image.baseUrl, 1280)),
    ...(item.section === 'OFFER' &&
      item.priceWon !== null && {
        offers: {
          '@type': 'Offer',
          businessFunction: 'http://purl.org/goodrelations/v1#LeaseOut',
          price: item.priceWon,
          priceCurrency: 'KRW',
          availability:
            item.status === 'AVAILABLE' ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
        },
      }),
  };
}
