import cluster from 'node:cluster';
import { RateLimiterCluster, RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '@/lib/core/errors';

export interface RateLimit {
  /** requests of one member, or of one address without a token, in a window */
  requests: number;
  windowSeconds: number;
}

/** The primary process counts; it does little else. */
const COUNT_PATIENCE_MS = 2_000;

export const DEFAULT_RATE: RateLimit = { requests: 300, windowSeconds: 60 };

/** Counts requests, over all workers of a port; the headers are those of draft-ietf-httpapi-ratelimit-headers. */
export function createRateLimiter({ requests, windowSeconds }: RateLimit) {
  const count = { points: requests, duration: windowSeconds };
  const limiter = cluster.isWorker
    ? new RateLimiterCluster({ ...count, keyPrefix: 'rest', timeoutMs: COUNT_PATIENCE_MS })
    : new RateLimiterMemory(count);
  const policy = `"default";q=${requests};w=${windowSeconds}`;

  const headersOf = (state: RateLimiterRes) => ({
    'ratelimit-policy': policy,
    ratelimit: `"default";r=${Math.max(0, state.remainingPoints)};t=${secondsOf(state)}`,
  });

  return {
    /** @returns headers for the answer, and a refusal when there were too many */
    async take(key: string): Promise<{ headers: Record<string, string>; refusal: DomainError | null }> {
      try {
        return { headers: headersOf(await limiter.consume(key)), refusal: null };
      } catch (error) {
        // The process that counts does not answer.
        if (!isState(error)) throw new DomainError('UNAVAILABLE', 'unavailable', { cause: error });
        const retryAfterSeconds = secondsOf(error);
        const refusal = new DomainError('RATE_LIMITED', 'rest.tooMany', { retryAfterSeconds });
        return { headers: headersOf(error), refusal };
      }
    },
  };
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1_000));
}

function isState(error: unknown): error is RateLimiterRes {
  return typeof error === 'object' && error !== null && 'msBeforeNext' in error;
}
