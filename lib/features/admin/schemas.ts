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
export const memberIdSchema = z.object({ memberId: idSchema });

export const hideItemSchema = z.object({ itemId: idSchema, reason, adminPassword });
export type HideItemInput = z.input<typeof hideItemSchema>;

export const reportIdSchema = z.object({ reportId: idSchema });
export const resolveReportSchema = z.object({
  reportId: idSchema,
  outcome: z.enum(['UPHELD', 'DISMISSED'], { error: 'admin.outcome' }),
  resolution: reason,
  adminPassword,
});
export type ResolveReportInput = z.input<typeof resolveReportSchema>;

export const feedbackStatusSchema = z.object({ feedbackId: idSchema, isDone: z.boolean() });

const categoryNames = {
  name: personLine('admin.categoryName', { max: 20 }),
  nameEn: personLine('admin.categoryName', { max: 40 }),
};
export const addCategorySchema = z.object({
  ...categoryNames,
  slug: z.string({ error: 'admin.slug' }).regex(/^[a-z][a-z0-9-]{1,39}$/, { error: 'admin.slug' }),
});
export const renameCategorySchema = z.object({ categoryId: z.int().positive(), ...categoryNames });
export const moveCategorySchema = z.object({ categoryId: z.int().positive(), by: z.literal([-1, 1]) });
export const retireCategorySchema = z.object({
  categoryId: z.int().positive(),
  isRetired: z.boolean(),
  adminPassword,
});
