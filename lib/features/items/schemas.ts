import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { personLine, personText } from '@/lib/core/text';
import { uploadKeySchema } from '@/lib/features/images/schemas';
import { MAX_IMAGES } from '@/lib/features/images/variants';

export const SECTIONS = ['OFFER', 'WANTED'] as const;
export type Section = (typeof SECTIONS)[number];
export const PRICE_UNITS = ['HOUR', 'DAY', 'MONTH'] as const;
export type PriceUnit = (typeof PRICE_UNITS)[number];
export const ITEM_STATUSES = ['AVAILABLE', 'RENTED', 'CLOSED'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

export const MAX_TITLE = 23;
export const MAX_BODY = 1_000;
export const MAX_PRICE_WON = 10_000_000;
export const PAGE_SIZE = 12;

/** A picture of the form: one that the item has already, or an upload that no item has taken. In the order shown. */
const itemImageSchema = z.union([
  z.strictObject({ imageId: idSchema }),
  z.strictObject({ uploadKey: uploadKeySchema }),
]);

const itemFields = {
  section: z.enum(SECTIONS, { error: 'item.section' }),
  categoryId: z.int({ error: 'item.category' }).positive({ error: 'item.category' }),
  title: personLine('item.title', { max: MAX_TITLE }),
  body: personText('item.body', { max: MAX_BODY }),
  /** null: 가격 협의, 0: 무료 대여 */
  priceWon: z
    .int({ error: 'item.price' })
    .min(0, { error: 'item.price' })
    .max(MAX_PRICE_WON, { error: 'item.price' })
    .nullable(),
  priceUnit: z.enum(PRICE_UNITS, { error: 'item.priceUnit' }),
  autoRelist: z.boolean({ error: 'invalid' }),
  images: z.array(itemImageSchema, { error: 'image.missing' }).max(MAX_IMAGES, { error: 'image.count' }),
};

export const createItemSchema = z.object({
  ...itemFields,
  /** made once by the form, so that a double click or a retry makes one item */
  submissionId: idSchema,
});
export type CreateItemInput = z.input<typeof createItemSchema>;

export const updateItemSchema = z.object({ ...itemFields, itemId: idSchema });
export type UpdateItemInput = z.input<typeof updateItemSchema>;

export const itemIdSchema = z.object({ itemId: idSchema });
export type ItemIdInput = z.input<typeof itemIdSchema>;

export const listItemsSchema = z.object({
  section: z.enum(SECTIONS).optional(),
  /** slug */
  category: z
    .string()
    .max(60)
    // PostgreSQL takes no NUL and no lone surrogate in a text: such a slug is nobody's.
    .transform((slug) => slug.toWellFormed().replaceAll('\0', ''))
    .optional(),
  /** 5 digits: a 시/군/구, 2 digits: a whole 시/도, none: everywhere */
  region: z
    .string()
    .regex(/^(\d{2}|\d{5})$/, { error: 'region.required' })
    .optional(),
  q: z.string().max(200).optional(),
  authorId: idSchema.optional(),
  includeRented: z.boolean().default(false),
  cursor: z.string().max(100).optional(),
  limit: z.int().min(1).max(50).default(PAGE_SIZE),
});
export type ListItemsInput = z.input<typeof listItemsSchema>;
