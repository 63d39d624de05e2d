import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { personLine, personText } from '@/lib/core/text';

/** Acts that take something away ask for the admin's own password again. */
const adminPassword = z.string({ error: 'admin.password' }).min(1, { error: 'admin.password' }).max(200, {
  error: 'admin.password',
});
const reason = personText('admin.reason', { max: 300 });

export const adminListSchema = z.object({
  q: z.string().max(100).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.int().min(1).max(100).default(30),
});
export type AdminListInput = z.input<typeof adminListSchema>;

export const suspendMemberSchema = z.object({ memberId: idSchema, reason, adminPassword });
export type SuspendMemberInput = z.input<typeof suspendMemberSchema>;
export const removeTwoStepSchema = z.object({ memberId: idSchema, adminPassword });
export type RemoveTwoStepInput = z.input<typeof removeTwoStepSchema>;
export const memberIdSchema = z.object({ memberId: idSchema });

export const hideItemSchema = z.object({ itemId: idSchema, reason, adminPassword });
export type HideItemInput = z.input<typeof hideItemSchema>;

export const reportIdSchema = z.object({ reportId: idSchema });
export const resolveReportSchema = z.object({
  reportId: idSchema,
  outcome: z.enum(['UPHELD', 'DISMISSED'], { error: 'admin.outcome' }),
  resolution: reason,
  /** what an upheld report is to bring with it, in the same step; the resolution is the reason */
  hideItem: z.boolean().default(false),
  suspendAuthor: z.boolean().default(false),
  adminPassword,
});
export type ResolveReportInput = z.input<typeof resolveReportSchema>;

export const feedbackStatusSchema = z.object({ feedbackId: idSchema, isDone: z.boolean() });

const categoryNames = {
  name: personLine('admin.categoryName', { max: 20 }),
  nameEn: personLine('admin.categoryName', { max: 40 }),
};
/** Names of drawings that the screens know (components/items/category-icon.tsx). */
export const CATEGORY_ICONS = [
  'package',
  'baby',
  'bike',
  'book-open',
  'camera',
  'car-front',
  'cooking-pot',
  'dumbbell',
  'gamepad-2',
  'guitar',
  'laptop',
  'luggage',
  'party-popper',
  'paw-print',
  'shirt',
  'sofa',
  'sparkles',
  'tent-tree',
  'washing-machine',
  'wrench',
] as const;
const icon = z.enum(CATEGORY_ICONS, { error: 'admin.icon' });

export const addCategorySchema = z.object({
  ...categoryNames,
  icon: icon.default('package'),
  slug: z.string({ error: 'admin.slug' }).regex(/^[a-z][a-z0-9-]{1,39}$/, { error: 'admin.slug' }),
});
export const renameCategorySchema = z.object({
  categoryId: z.int().positive(),
  ...categoryNames,
  icon: icon.optional(),
});
export const moveCategorySchema = z.object({ categoryId: z.int().positive(), by: z.literal([-1, 1]) });
export const retireCategorySchema = z.object({
  categoryId: z.int().positive(),
  isRetired: z.boolean(),
  adminPassword,
});
