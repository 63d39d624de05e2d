import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';

export const listAlertsSchema = z.object({
  cursor: z.string().max(100).optional(),
  limit: z.int().min(1).max(50).default(20),
});
export type ListAlertsInput = z.input<typeof listAlertsSchema>;

export const readAlertsSchema = z.union([
  z.object({ id: idSchema }),
  z.object({ roomId: idSchema }),
  z.object({ all: z.literal(true) }),
]);
export type ReadAlertsInput = z.input<typeof readAlertsSchema>;
