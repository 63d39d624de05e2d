export interface TokenBucket {
  /** @returns false, and takes nothing, when less than `cost` is left */
  take(nowMs: number, cost?: number): boolean;
  /** Whether nothing was taken that has not come back: it is as good as a new one. */
  isFull(nowMs: number): boolean;
}

/** At most `burst` at once and `perSecond` in the long run. */
export function createTokenBucket(burst: number, perSecond: number): TokenBucket {
  let tokens = burst;
  let last = Number.NEGATIVE_INFINITY;

  function refill(nowMs: number) {
    const passedMs = Math.max(0, nowMs - last);
    tokens = Math.min(burst, tokens + (passedMs / 1_000) * perSecond);
    last = Math.max(last, nowMs);
  }

  return {
    take(nowMs, cost = 1) {
      refill(nowMs);
      if (tokens < cost) return false;
      tokens -= cost;
      return true;
    },
    isFull(nowMs) {
      refill(nowMs);
      return tokens >= burst;
    },
  };
}
