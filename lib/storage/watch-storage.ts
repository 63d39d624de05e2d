import { createPulse, type Pulse } from '@/lib/core/pulse';
import { StorageError } from './storage-error';

export interface StorageWatch {
  /** Does `work`, and ends it when the bucket does not answer any more. @throws STORAGE_AWAY then */
  during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

const EVERY_MS = 250;
const PATIENCE_MS = 1_400;

/**
 * Asks the bucket whether it is there while something is wanted of it: a transfer may take long, a service that hangs
 * may not. Whoever waits hears of it within 1.7 s.
 */
export function watchStorage(ping: (signal: AbortSignal) => Promise<void>): StorageWatch {
  const underWay = new Set<AbortController>();
  let pulse: Pulse | undefined;

  function start(): Pulse {
    return createPulse({
      ask: ping,
      everyMs: EVERY_MS,
      patienceMs: PATIENCE_MS,
      onAway: () => {
        for (const controller of underWay) controller.abort();
      },
      onBack: () => undefined,
    });
  }

  return {
    async during(work) {
      const controller = new AbortController();
      if (pulse?.isAway()) throw away();
      underWay.add(controller);
      pulse ??= start();
      try {
        return await work(controller.signal);
      } catch (error) {
        throw controller.signal.aborted ? away(error) : error;
      } finally {
        underWay.delete(controller);
        if (underWay.size === 0) {
          pulse?.stop();
          pulse = undefined;
        }
      }
    },
  };
}

function away(cause?: unknown): StorageError {
  return new StorageError('STORAGE_AWAY', 'The object store does not answer.', { cause });
}
