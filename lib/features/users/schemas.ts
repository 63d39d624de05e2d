import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { regionCodeSchema } from '@/lib/features/auth/schemas';

export const userIdSchema = z.object({ userId: idSchema });
export type UserIdInput = z.input<typeof userIdSchema>;

export const setRegionSchema = z.object({ regionCode: regionCodeSchema });
export type SetRegionInput = z.input<typeof setRegionSchema>;
