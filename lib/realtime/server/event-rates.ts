import { createRates } from '@/lib/core/rates';

/** Events of one socket: this many at once, and this many a second in the long run. */
export const SOCKET_RATE = { burst: 40, perSecond: 20 };
/** Events and attempts to connect of one member, whatever the number of sockets. */
export const MEMBER_RATE = { burst: 120, perSecond: 60 };

/** So many processes share a member's rate; where there are more, each still grants what one socket may do. */
const MOST_SHARES = MEMBER_RATE.perSecond / SOCKET_RATE.perSecond;

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
  const rates = createRates(MEMBER_RATE);
  return {
    take: (key, nowMs) => rates.take(key, nowMs, Math.min(processes(), MOST_SHARES)),
  };
}
