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
  /** who goes over it again within a day waits twice as long as the time before, up to this */
  longestSeconds?: number;
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
        const longer =
          refusal.consumedPoints === limit.points + 1 ? await prolong(db, limit, digest(key)) : 0;
        const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000), longer);
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

const DAY_SECONDS = 24 * 3600;

/** @returns how long this refusal holds, in seconds; 0 for a limit that does not grow */
async function prolong(db: Db, limit: Limit, key: string): Promise<number> {
  const { prefix, points, windowSeconds, longestSeconds } = limit;
  if (longestSeconds === undefined) return 0;
  const again = limiterOf(db, { prefix: `${prefix}-again`, points: 1_000_000, windowSeconds: DAY_SECONDS });
  const { consumedPoints } = await again.consume(key);
  const seconds = Math.min(windowSeconds * 2 ** (consumedPoints - 1), longestSeconds);
  if (seconds > windowSeconds) await limiterOf(db, { prefix, points, windowSeconds }).block(key, seconds);
  return seconds;
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
