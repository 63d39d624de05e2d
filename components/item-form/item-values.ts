import { oneLine } from '@/lib/core/one-line';
import type { ImageRef } from '@/lib/features/images/upload-queue';
import { priceOf, toPriceText } from '@/lib/features/items/price-text';
import type { CreateItemInput, PriceUnit, Section } from '@/lib/features/items/schemas';
import type { ItemView } from '@/lib/features/items/views';

/** What the fields hold, as typed. */
export interface ItemValues {
  section: Section;
  /** '' until one is chosen */
  categoryId: string;
  title: string;
  body: string;
  priceText: string;
  /** 가격 협의 was chosen; an empty price means the same */
  isOpenPrice: boolean;
  priceUnit: PriceUnit;
  autoRelist: boolean;
}

export function newValues(section: Section): ItemValues {
  return {
    section,
    categoryId: '',
    title: '',
    body: '',
    priceText: '',
    isOpenPrice: false,
    priceUnit: 'DAY',
    autoRelist: true,
  };
}

/** As a browser gives it back from the fields, line ends and all: what nobody touched is not a change. */
export function valuesOf(item: ItemView): ItemValues {
  return {
    section: item.section,
    categoryId: String(item.category.id),
    title: oneLine(item.title),
    body: item.body.replace(/\r\n?/g, '\n'),
    priceText: item.priceWon === null ? '' : toPriceText(String(item.priceWon)),
    isOpenPrice: item.priceWon === null,
    priceUnit: item.priceUnit,
    autoRelist: item.autoRelist,
  };
}

export function toItemInput(values: ItemValues, images: ImageRef[], submissionId: string): CreateItemInput {
  const { section, title, body, priceUnit, autoRelist } = values;
  const priceWon = values.isOpenPrice ? null : priceOf(values.priceText);
  const categoryId = Number(values.categoryId);
  return { section, categoryId, title, body, priceWon, priceUnit, autoRelist, images, submissionId };
}

export function isSameItem(one: ItemValues, other: ItemValues): boolean {
  return JSON.stringify(one) === JSON.stringify({ ...one, ...other });
}
