import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';

/** Says the wanted state and not "toggle", so that a repeated request changes nothing. */
export const setBookmarkSchema = z.object({ itemId: idSchema, on: z.boolean() });
export type SetBookmarkInput = z.input<typeof setBookmarkSchema>;

export const listBookmarksSchema = z.object({
  cursor: z.string().max(100).optional(),
  limit: z.int().min(1).max(50).default(12),
});
export type ListBookmarksInput = z.input<typeof listBookmarksSchema>;
