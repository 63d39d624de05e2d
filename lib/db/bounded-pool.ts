import { Pool, type PoolClient } from 'pg';

/** More than a pool gets through while anybody is willing to wait. */
export const MOST_WAITING = 1_000;
export const POOL_FULL = 'POOL_FULL';
const REFUSING_MS = 1_000;

type Done = (error: Error | undefined, client: PoolClient | undefined, release: () => void) => void;

/** A pool for whose connections at most 1,000 wait: who comes then is refused at once, with the code POOL_FULL. */
export class BoundedPool extends Pool {
  #refusedAt = Number.NEGATIVE_INFINITY;

  override connect(): Promise<PoolClient>;
  override connect(done: Done): void;
  override connect(done?: Done) {
    if (this.waitingCount < MOST_WAITING) return done ? super.connect(done) : super.connect();
    this.#refusedAt = performance.now();
    const error = Object.assign(new Error('Too many wait for the database.'), { code: POOL_FULL });
    if (!done) return Promise.reject(error);
    process.nextTick(done, error, undefined, () => undefined);
  }

  /** true for a second after it refused somebody */
  isRefusing(): boolean {
    return performance.now() - this.#refusedAt < REFUSING_MS;
  }
}
