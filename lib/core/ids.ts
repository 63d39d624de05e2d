import { z } from 'zod';

/** Ids are UUIDs; any other text can belong to nothing. */
export const idSchema = z.guid();

export function isId(value: unknown): value is string {
  return idSchema.safeParse(value).success;
}
