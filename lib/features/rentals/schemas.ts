import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { personText } from '@/lib/core/text';

const instant = (key: string) =>
  z.iso.datetime({ offset: true, error: key }).transform((text) => new Date(text));

export const periodSchema = z.object({
  startsAt: instant('rental.startsAt'),
  endsAt: instant('rental.endsAt'),
});

/** By the inquirer, from their room. Rules of the period that need the clock are in period.ts. */
export const requestRentalSchema = z.object({ roomId: idSchema, ...periodSchema.shape });
export type RequestRentalInput = z.input<typeof requestRentalSchema>;

export const quoteRentalSchema = z.object({ itemId: idSchema, ...periodSchema.shape });
export type QuoteRentalInput = z.input<typeof quoteRentalSchema>;

export const moveRentalSchema = z.object({
  rentalId: idSchema,
  reason: personText('rental.reason', { min: 0, max: 300 }).optional(),
});
export type MoveRentalInput = z.input<typeof moveRentalSchema>;

export const listRentalsSchema = z.object({
  /** ongoing: REQUESTED, ACCEPTED, ACTIVE; closed: the rest */
  state: z.enum(['ongoing', 'closed']),
  cursor: z.string().max(100).optional(),
  limit: z.int().min(1).max(50).default(12),
});
export type ListRentalsInput = z.input<typeof listRentalsSchema>;
