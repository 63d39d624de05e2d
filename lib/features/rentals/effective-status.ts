import type { RentalStatus } from './rental-state';

export interface ClockFacts {
  status: RentalStatus;
  startsAt: Date;
  expiresAt: Date;
}

/**
 * The state that a rental is in at this moment, whether or not the job that writes it down has come round: an undecided
 * request lapses at its expiry, and a booked rental begins at its start unless another of the item is still out.
 *
 * @param isItemRented another rental of the item is ACTIVE
 */
export function effectiveStatus(rental: ClockFacts, isItemRented: boolean, now: Date): RentalStatus {
  if (hasLapsed(rental, now)) return 'EXPIRED';
  if (isDue(rental, now) && !isItemRented) return 'ACTIVE';
  return rental.status;
}

/** Undecided for too long. */
export function hasLapsed({ status, expiresAt }: ClockFacts, now: Date): boolean {
  return status === 'REQUESTED' && expiresAt <= now;
}

/** Booked, and its period has begun. */
export function isDue({ status, startsAt }: ClockFacts, now: Date): boolean {
  return status === 'ACCEPTED' && startsAt <= now;
}
