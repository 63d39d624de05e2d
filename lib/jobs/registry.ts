import type { ServiceContext } from '@/lib/core/context';
import { removePageChanges } from '@/lib/db/remove-page-changes';
import { sendDueLetters } from '@/lib/features/auth/server/letters';
import { removeEndedTokens } from '@/lib/features/auth/server/remove-ended-tokens';
import { removeUnusedImages } from '@/lib/features/images/server/remove-unused';
import { expireRentals } from '@/lib/features/rentals/server/expire-rentals';
import { startRentals } from '@/lib/features/rentals/server/start-rentals';

export interface Job {
  /** also names its lock in the database */
  name: string;
  everySeconds: number;
  /** run as `system`; safe to run twice */
  verb: (ctx: ServiceContext) => Promise<object>;
}

/** What the clock does. */
export const JOBS: readonly Job[] = [
  { name: 'expire-rentals', everySeconds: 15, verb: expireRentals },
  { name: 'start-rentals', everySeconds: 15, verb: startRentals },
  { name: 'send-letters', everySeconds: 15, verb: sendDueLetters },
  { name: 'remove-unused-images', everySeconds: 600, verb: removeUnusedImages },
  { name: 'remove-ended-tokens', everySeconds: 3600, verb: removeEndedTokens },
  { name: 'remove-page-changes', everySeconds: 120, verb: removePageChanges },
];
