import type { PriceUnit, Section } from '@/lib/features/items/schemas';
import type { PictureKind } from '../pictures/kinds/all';

export interface ItemDraft {
  section: Section;
  /** null: posted without a picture */
  kind: PictureKind | null;
  title: string;
  /** null: 가격 협의, 0: 무료 대여 */
  priceWon: number | null;
  priceUnit: PriceUnit;
  body: string;
}

export function lend(
  kind: PictureKind | null,
  title: string,
  priceWon: number | null,
  priceUnit: PriceUnit,
  body: string,
): ItemDraft {
  return { section: 'OFFER', kind, title, priceWon, priceUnit, body };
}

export function want(
  kind: PictureKind | null,
  title: string,
  priceWon: number | null,
  priceUnit: PriceUnit,
  body: string,
): ItemDraft {
  return { section: 'WANTED', kind, title, priceWon, priceUnit, body };
}
