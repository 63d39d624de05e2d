export interface TokenBucket {
  /** @returns false when too much was taken already */
  take(nowMs: number): boolean;
}

/** At most `burst` at once and `perSecond` in the long run. */
export function createTokenBucket(burst: number, perSecond: number): TokenBucket {
  let tokens = burst;
  let last = Number.NEGATIVE_INFINITY;
  return {
    take(nowMs) {
      const passedMs = Math.max(0, nowMs - last);
      tokens = Math.min(burst, tokens + (passedMs / 1_000) * perSecond);
      last = Math.max(last, nowMs);
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
