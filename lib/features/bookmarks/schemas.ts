import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';

/** Says the wanted state and not "toggle", so that a repeated request changes nothing. */
export const setBookmarkSchema = z.object({ itemId: idSchema, on: z.boolean() });
export type SetBookmarkInput = z.input<typeof setBookmarkSchema>;
