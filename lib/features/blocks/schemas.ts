import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';

export const blockSchema = z.object({ memberId: idSchema });
export type BlockInput = z.input<typeof blockSchema>;

export const setBlockSchema = blockSchema.extend({ on: z.boolean() });
export type SetBlockInput = z.input<typeof setBlockSchema>;

export const listBlocksSchema = z.object({
  cursor: z.string().max(100).optional(),
  limit: z.int().min(1).max(50).default(20),
});
export type ListBlocksInput = z.input<typeof listBlocksSchema>;
