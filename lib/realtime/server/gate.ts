import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@/lib/core/logger';
import type { Gate } from './answer-events';

export interface ClosingGate extends Gate {
  /** Lets nothing more in and waits for what is under way, at most that long. */
  close(patienceMs: number): Promise<void>;
}

export function createGate(logger: () => Logger): ClosingGate {
  const underWay = new Set<Promise<void>>();
  let isClosed = false;
  return {
    isClosed: () => isClosed,
    run(work) {
      const done = work()
        .catch((error: unknown) => logger().error({ err: error }, 'an event could not be answered'))
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    async close(patienceMs) {
      isClosed = true;
      const patience = new AbortController();
      await Promise.race([
        Promise.allSettled(underWay),
        sleep(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined),
      ]);
      patience.abort();
    },
  };
}
