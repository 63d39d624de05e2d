import { availableParallelism, totalmem } from 'node:os';
import { USUAL_POOL } from '@/lib/db/usual-pool';

/** A process with its caches, a little more than was measured (docs/PERFORMANCE.md). */
const BYTES_EACH = 600_000_000;

/** Processes on this machine when WEB_CONCURRENCY says nothing: one for each core that the memory has room for. */
export function defaultWorkerCount(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 2 / BYTES_EACH)));
}

/** PostgreSQL takes 100 connections unless it is told otherwise; some are left for others. */
const MOST_CONNECTIONS = 60;

/** Connections of each worker when DATABASE_POOL_SIZE says nothing. */
export function poolSizeOf(workers: number): number {
  return Math.max(2, Math.min(USUAL_POOL, Math.floor(MOST_CONNECTIONS / workers)));
}
