import { setImmediate as turn } from 'node:timers/promises';

export interface Patience {
  /** aborted when the time is over */
  signal: AbortSignal;
  stop(): void;
}

const STEPS = 12;

/**
 * Time to wait for somebody else's answer, counted in this process's own: while it is held up itself (code is loaded, a
 * machine is busy) none passes, and an answer that lies there unread is read before time is called.
 *
 * @param ms milliseconds
 */
export function ownPatience(ms: number): Patience {
  const limit = new AbortController();
  let left = STEPS;
  const timer = setInterval(() => {
    left -= 1;
    if (left === 0) void endAfterTurn(limit);
  }, ms / STEPS).unref();
  return { signal: limit.signal, stop: () => clearInterval(timer) };
}

async function endAfterTurn(limit: AbortController) {
  await turn();
  await turn();
  limit.abort();
}
