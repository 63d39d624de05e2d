import { createHash } from 'node:crypto';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '@/lib/core/errors';
import type { Db } from '@/lib/db/client';

export interface Limit {
  /** tells the counters of one kind from the others in the table */
  prefix: string;
  /** how many in a window */
  points: number;
  windowSeconds: number;
}

export interface RateLimiter {
  /** Counts one. @throws RATE_LIMITED with the sentence `reason` when there were too many */
  count(key: string): Promise<void>;
  /** Takes one back. */
  forgive(key: string): Promise<void>;
  /** Starts at none again. */
  clear(key: string): Promise<void>;
}

const known = new WeakMap<Db, Map<string, RateLimiterPostgres>>();

/**
 * A limit over all processes, kept in the table RateLimit. Keys are digested: the table holds no address of anybody.
 *
 * @param reason sentence of the refusal; it is given the `minutes` to wait
 */
export function rateLimiter(db: Db, limit: Limit, reason: string): RateLimiter {
  const limiter = limiterOf(db, limit);
  return {
    async count(key) {
      try {
        await limiter.consume(digest(key));
      } catch (refusal) {
        if (!isRefusal(refusal)) throw refusal;
        const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        const values = { minutes: Math.ceil(retryAfterSeconds / 60) };
        throw new DomainError('RATE_LIMITED', { key: reason, values }, { retryAfterSeconds });
      }
    },
    async forgive(key) {
      await limiter.reward(digest(key), 1);
    },
    async clear(key) {
      await limiter.delete(digest(key));
    },
  };
}

function isRefusal(error: unknown): error is RateLimiterRes {
  return typeof error === 'object' && error !== null && 'msBeforeNext' in error;
}

function limiterOf(db: Db, { prefix, points, windowSeconds }: Limit): RateLimiterPostgres {
  const ofDb = known.get(db) ?? new Map<string, RateLimiterPostgres>();
  known.set(db, ofDb);
  const found = ofDb.get(prefix);
  if (found) return found;
  const made = new RateLimiterPostgres({
    storeClient: queryThrough(db),
    storeType: 'client',
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix: prefix,
    points,
    duration: windowSeconds,
  });
  ofDb.set(prefix, made);
  return made;
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

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
