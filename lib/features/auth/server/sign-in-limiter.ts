import type { Db } from '@/lib/db/client';
import { networkOf } from './network';
import { rateLimiter } from './rate-limiter';

const BY_ACCOUNT = { prefix: 'sign-in-account', points: 10, windowSeconds: 15 * 60 };
const BY_ADDRESS = { prefix: 'sign-in-address', points: 50, windowSeconds: 15 * 60 };

export interface SignInLimiter {
  /** Counts one try. @throws RATE_LIMITED when there were too many */
  countTry(): Promise<void>;
  /** The try was right: this account starts at none again, and the address is not charged for it. */
  forgiveTry(): Promise<void>;
}

/**
 * Limits tries to sign in, over all processes: 10 in 15 minutes for an account from one address, so that a stranger
 * elsewhere cannot lock its owner out, and 50 for an address over all accounts.
 */
export function signInLimiter(db: Db, email: string, address: string): SignInLimiter {
  const byAccount = rateLimiter(db, BY_ACCOUNT, 'auth.tooMany');
  const byAddress = rateLimiter(db, BY_ADDRESS, 'auth.tooMany');
  const network = networkOf(address);
  const account = `${email.trim().toLowerCase()} ${network}`;
  return {
    async countTry() {
      await byAddress.count(network);
      await byAccount.count(account);
    },
    async forgiveTry() {
      await Promise.all([byAccount.clear(account), byAddress.forgive(network)]);
    },
  };
}
