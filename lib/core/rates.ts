import { createTokenBucket, type TokenBucket } from './token-bucket';

export interface Rate {
  /** at once */
  burst: number;
  /** in the long run */
  perSecond: number;
}

export interface Rates {
  /** @returns false, and takes nothing, when whoever has that name did too much */
  take(name: string, nowMs: number, cost?: number): boolean;
}

const SWEEP_AT = 1_000;

/** One rate for each of many, of whom only those are remembered who did something just now. */
export function createRates({ burst, perSecond }: Rate): Rates {
  const buckets = new Map<string, TokenBucket>();
  let sweepAt = SWEEP_AT;

  function sweep(nowMs: number) {
    for (const [name, bucket] of buckets) if (bucket.isFull(nowMs)) buckets.delete(name);
    sweepAt = Math.max(SWEEP_AT, buckets.size * 2);
  }

  return {
    take(name, nowMs, cost = 1) {
      let bucket = buckets.get(name);
      if (!bucket) {
        if (buckets.size >= sweepAt) sweep(nowMs);
        bucket = createTokenBucket(burst, perSecond);
        buckets.set(name, bucket);
      }
      return bucket.take(nowMs, cost);
    },
  };
}
