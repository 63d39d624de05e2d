import { availableParallelism } from 'node:os';
import { DomainError } from '@/lib/core/errors';

interface Queue {
  running: number;
  waiting: (() => void)[];
}

const KEY = Symbol.for('egodaeyeo.encode-queue');
const shared = globalThis as typeof globalThis & { [KEY]?: Queue };
/** One core at least stays free for everything else. */
const SLOTS = Math.max(1, Math.min(2, availableParallelism() - 1));

/** A picture takes a second or less: whoever came after so many would wait for longer than their browser does. */
export const MOST_WAITING = 40;

/**
 * Runs `work` when fewer than two pictures (one on a small machine) are being processed in this process.
 *
 * @throws UNAVAILABLE at once when 40 wait already
 */
export async function inEncodeQueue<T>(work: () => Promise<T>): Promise<T> {
  shared[KEY] ??= { running: 0, waiting: [] };
  const queue = shared[KEY];
  if (queue.waiting.length >= MOST_WAITING) throw new DomainError('UNAVAILABLE', 'busy');
  if (queue.running >= SLOTS) await new Promise<void>((start) => queue.waiting.push(start));
  else queue.running += 1;
  try {
    return await work();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}
