import { createTokenBucket, type TokenBucket } from './token-bucket';

/** Events of one socket: this many at once, and this many a second in the long run. */
export const SOCKET_RATE = { burst: 40, perSecond: 20 };
/** Events and attempts to connect of one member, whatever the number of sockets. */
export const MEMBER_RATE = { burst: 120, perSecond: 60 };

/** So many processes share a member's rate; where there are more, each still grants what one socket may do. */
const MOST_SHARES = MEMBER_RATE.perSecond / SOCKET_RATE.perSecond;
const SWEEP_AT = 1_000;

export interface MemberRates {
  /**
   * @param key a member's id, or what tells a session from others
   * @returns false when that was too much
   */
  take(key: string, nowMs: number): boolean;
}

/**
 * The rates of all members whom this process serves. They outlive sockets: connecting anew resets nothing.
 *
 * @param processes that a member's sockets may be spread over: each counts for itself, and so much dearer
 */
export function createMemberRates(processes: () => number): MemberRates {
  const buckets = new Map<string, TokenBucket>();
  let sweepAt = SWEEP_AT;

  function sweep(nowMs: number) {
    for (const [key, bucket] of buckets) if (bucket.isFull(nowMs)) buckets.delete(key);
    sweepAt = Math.max(SWEEP_AT, buckets.size * 2);
  }

  return {
    take(key, nowMs) {
      let bucket = buckets.get(key);
      if (!bucket) {
        if (buckets.size >= sweepAt) sweep(nowMs);
        bucket = createTokenBucket(MEMBER_RATE.burst, MEMBER_RATE.perSecond);
        buckets.set(key, bucket);
      }
      return bucket.take(nowMs, Math.min(processes(), MOST_SHARES));
    },
  };
}
