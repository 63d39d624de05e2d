import { createHash } from 'node:crypto';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '@/lib/core/errors';
import type { Db } from '@/lib/db/client';
import { networkOf } from './network';

const WINDOW_SECONDS = 15 * 60;
const TRIES_BY_ACCOUNT = 10;
const TRIES_BY_ADDRESS = 50;

export interface SignInLimiter {
  /** Counts one try. @throws RATE_LIMITED when there were too many */
  countTry(): Promise<void>;
  /** The try was right: this account starts at none again, and the address is not charged for it. */
  forgiveTry(): Promise<void>;
}

const limiters = new WeakMap<Db, { byAccount: RateLimiterPostgres; byAddress: RateLimiterPostgres }>();

/**
 * Limits tries to sign in, over all processes: 10 in 15 minutes for an account from one address, so that a stranger
 * elsewhere cannot lock its owner out, and 50 for an address over all accounts.
 */
export function signInLimiter(db: Db, email: string, address: string): SignInLimiter {
  const { byAccount, byAddress } = limitersOf(db);
  const network = networkOf(address);
  const account = digest(`${email.trim().toLowerCase()} ${network}`);
  return {
    async countTry() {
      await consume(byAddress, digest(network));
      await consume(byAccount, account);
    },
    async forgiveTry() {
      await Promise.all([byAccount.delete(account), byAddress.reward(digest(network), 1)]);
    },
  };
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal;
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    const values = { minutes: Math.ceil(retryAfterSeconds / 60) };
    throw new DomainError('RATE_LIMITED', { key: 'auth.tooMany', values }, { retryAfterSeconds });
  }
}

function isRefusal(error: unknown): error is RateLimiterRes {
  return typeof error === 'object' && error !== null && 'msBeforeNext' in error;
}

function limitersOf(db: Db) {
  const known = limiters.get(db);
  if (known) return known;
  const made = {
    byAccount: createLimiter(db, 'sign-in-account', TRIES_BY_ACCOUNT),
    byAddress: createLimiter(db, 'sign-in-address', TRIES_BY_ADDRESS),
  };
  limiters.set(db, made);
  return made;
}

function createLimiter(db: Db, keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: queryThrough(db),
    storeType: 'client',
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
  });
}

/** The limiter speaks pg; the statements go through the pool that everything else uses. */
function queryThrough(db: Db) {
  return {
    async query({ text, values }: { text: string; values: unknown[] }) {
      const found = await db.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
      const rows = found.map((row) => ({ ...row, expire: Number(row.expire) }));
      return { rows, rowCount: rows.length };
    },
  };
}

/** Keys are digests: the table holds no address of anybody. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
