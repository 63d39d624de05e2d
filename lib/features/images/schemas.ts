import { z } from 'zod';
import { IMAGE_TYPES, MAX_TOTAL_BYTES } from './variants';

export const requestUploadSchema = z.object({
  contentType: z.enum(IMAGE_TYPES, { error: 'image.type' }),
  bytes: z
    .int({ error: 'image.size' })
    .min(1, { error: 'image.empty' })
    .max(MAX_TOTAL_BYTES, { error: 'image.size' }),
});

export type RequestUploadInput = z.input<typeof requestUploadSchema>;

export const uploadKeySchema = z
  .string({ error: 'image.missing' })
  .min(1)
  .max(200, { error: 'image.missing' });
export const prepareUploadSchema = z.object({ key: uploadKeySchema });
export type PrepareUploadInput = z.input<typeof prepareUploadSchema>;
