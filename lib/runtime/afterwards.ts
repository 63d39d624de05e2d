import type { Logger } from '@/lib/core/logger';

const KEY = Symbol.for('egodaeyeo.afterwards');
const shared = globalThis as typeof globalThis & { [KEY]?: Set<Promise<void>> };

/** Begins work that nobody waits for. A failure is logged with the request that wanted it. */
export function runAfterwards(work: () => Promise<void>, logger: Logger, requestId: string): void {
  const running = pending();
  const done: Promise<void> = work()
    .catch((error) => logger.error({ err: error, requestId }, 'work after the answer failed'))
    .finally(() => running.delete(done));
  running.add(done);
}

/** Resolves when all that had begun is done, on both sides of the bundle. */
export async function finishAfterwards(): Promise<void> {
  await Promise.all(pending());
}

/** How much of it is under way. */
export function countAfterwards(): number {
  return pending().size;
}

function pending(): Set<Promise<void>> {
  shared[KEY] ??= new Set();
  return shared[KEY];
}
