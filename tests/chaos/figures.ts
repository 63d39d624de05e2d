import type { Caller } from './caller';
import type { Probe } from './probe';
import type { Talker } from './talk';
import type { Deals } from './trade';

/** How much was done: nothing of it may be 0. */
export interface Figures {
  messages: number;
  items: number;
  uploads: number;
  requests: number;
  acceptances: number;
  answers: number;
  requestsOnApp1: number;
  requestsOnApp2: number;
  socketsOnApp1: number;
  socketsOnApp2: number;
}

export function figuresOf(
  talkers: readonly Talker[],
  made: readonly Deals[],
  probes: readonly Probe[],
  callers: readonly Caller[],
): Figures {
  return {
    messages: sum(talkers.map(({ acknowledged }) => acknowledged.length)),
    items: sum(made.map(({ items }) => items.length)),
    uploads: sum(made.map(({ uploads }) => uploads)),
    requests: sum(made.map(({ requested }) => requested.length)),
    acceptances: sum(made.map(({ accepted }) => accepted.length)),
    answers: probes.length,
    requestsOnApp1: sum(callers.map(({ served }) => served.app1)),
    requestsOnApp2: sum(callers.map(({ served }) => served.app2)),
    socketsOnApp1: sum(talkers.map(({ served }) => served.app1)),
    socketsOnApp2: sum(talkers.map(({ served }) => served.app2)),
  };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
