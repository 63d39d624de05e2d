import type { Db } from '@/lib/db/client';
import { networkOf } from './network';
import { rateLimiter } from './rate-limiter';

const LONGEST_SECONDS = 12 * 3600;
const BY_ACCOUNT = {
  prefix: 'sign-in-account',
  points: 10,
  windowSeconds: 15 * 60,
  longestSeconds: LONGEST_SECONDS,
};
/** Tries at one account from everywhere, without those from where its owner has been before. */
const BY_STRANGERS = { prefix: 'sign-in-strangers', points: 60, windowSeconds: 3600 };
const BY_ADDRESS = { prefix: 'sign-in-address', points: 50, windowSeconds: 15 * 60 };

export interface SignInLimiter {
  /** Counts one try. @throws RATE_LIMITED when there were too many */
  countTry(): Promise<void>;
  /** The try was right: this account starts at none again, and the address is not charged for it. */
  forgiveTry(): Promise<void>;
}

/**
 * Limits tries to sign in, over all processes: 10 in 15 minutes for an account from one address, each time over it
 * doubling the wait up to 12 hours; 50 in 15 minutes for an address over all accounts; 60 an hour for an account from all
 * addresses together. The last does not count, nor hold up, a device on which the account was signed in before, so that
 * strangers cannot lock its owner out.
 *
 * @param deviceId of such a device, else null: then it has tries of its own
 */
export function signInLimiter(
  db: Db,
  email: string,
  address: string,
  deviceId: string | null = null,
): SignInLimiter {
  const byAccount = rateLimiter(db, BY_ACCOUNT, 'auth.tooMany');
  const byAddress = rateLimiter(db, BY_ADDRESS, 'auth.tooMany');
  const network = networkOf(address);
  const byStrangers = rateLimiter(db, BY_STRANGERS, 'auth.tooMany');
  const name = email.trim().toLowerCase();
  const account = `${name} ${deviceId ?? network}`;
  return {
    async countTry() {
      await byAddress.count(network);
      await byAccount.count(account);
      if (deviceId === null) await byStrangers.count(name);
    },
    async forgiveTry() {
      await Promise.all([
        byAccount.clear(account),
        byAddress.forgive(network),
        deviceId === null && byStrangers.forgive(name),
      ]);
    },
  };
}
