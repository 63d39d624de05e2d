import { availableParallelism, totalmem } from 'node:os';

/** A process with its caches, a little more than was measured (docs/PERFORMANCE.md). */
const BYTES_EACH = 600_000_000;

/** Processes on this machine when WEB_CONCURRENCY says nothing: one for each core that the memory has room for. */
export function defaultWorkerCount(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 2 / BYTES_EACH)));
}
