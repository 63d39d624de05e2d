import { ownPatience } from '@/lib/core/own-patience';
import { getDb, isDatabaseAway } from '@/lib/db/client';
import { getRedis } from './redis-link';
import { getStorage } from './storage';

export interface Health {
  status: 'ok' | 'unavailable';
  /** `redis` only where one is configured: without it live push waits, and all else goes on */
  parts: Record<'database' | 'storage', PartState> & { redis?: PartState };
}

type PartState = 'ok' | 'unavailable';

const PATIENCE_MS = 2_000;

/** State of each part that the product cannot do without, known within 2 s of this process's own time. */
export async function checkHealth(): Promise<Health> {
  const redis = getRedis();
  const [database, storage] = await Promise.all([
    isDatabaseAway(getDb()) ? ('unavailable' as const) : answers(() => getDb().$queryRaw`SELECT 1`),
    isStorageThere(),
  ]);
  return {
    status: database === 'ok' && storage === 'ok' ? 'ok' : 'unavailable',
    parts: { database, storage, ...(redis && { redis: redis.isReady() ? 'ok' : 'unavailable' }) },
  };
}

/** Known within 2 s. */
export function isStorageThere(): Promise<PartState> {
  return answers(() => getStorage().ping());
}

async function answers(ask: () => Promise<unknown>): Promise<PartState> {
  const { signal, stop } = ownPatience(PATIENCE_MS);
  const over = new Promise<PartState>((resolve) => {
    signal.addEventListener('abort', () => resolve('unavailable'), { once: true });
  });
  const answer = ask().then(
    () => 'ok' as const,
    () => 'unavailable' as const,
  );
  const result = await Promise.race([answer, over]);
  stop();
  return result;
}
