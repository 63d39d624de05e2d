import { serverEntry } from '@/scripts/start/server-entry';
import { freePort } from '@/tests/support/start-product';
import type { FaultProxy } from './fault-proxy';
import { type StoppablePart, startPart } from './part';

/** between nginx and one process, and between that process and its parts */
export type LineName = 'nginx' | 'postgres' | 'redis' | 'store';

export interface AppSite {
  /** past nginx and past every line */
  url: string;
  lines: Record<LineName, FaultProxy>;
}

interface PreparedApp extends AppSite {
  port: number;
  env: NodeJS.ProcessEnv;
}

/**
 * Lines of its own for a process, so that one can lose a part that the other still has, and what tells it of them.
 *
 * @param link makes a line to a port
 * @param common what both processes are told
 */
export async function prepareApp(
  link: (port: number) => Promise<FaultProxy>,
  common: NodeJS.ProcessEnv,
  { postgresUrl, redisPort, storePort }: { postgresUrl: string; redisPort: number; storePort: number },
): Promise<PreparedApp> {
  const port = await freePort();
  const address = new URL(postgresUrl);
  const lines = {
    nginx: await link(port),
    postgres: await link(Number(address.port)),
    redis: await link(redisPort),
    store: await link(storePort),
  };
  address.port = String(lines.postgres.port);
  const env = {
    ...common,
    DATABASE_URL: address.href,
    REDIS_URL: `redis://127.0.0.1:${lines.redis.port}`,
    S3_ENDPOINT: `http://127.0.0.1:${lines.store.port}`,
  };
  return { port, env, url: `http://127.0.0.1:${port}`, lines };
}

export function startAppPart({ port, env }: PreparedApp): Promise<StoppablePart> {
  const { PATH = '' } = process.env;
  return startPart(
    () => ({
      program: process.execPath,
      args: ['--enable-source-maps', serverEntry(process.env.PRODUCT_BUILD ?? '.next')],
      env: { PATH, ...env, LOG_LEVEL: 'info', PORT: String(port) },
    }),
    (line) => {
      if (process.env.CHAOS_LOG) process.stderr.write(`${line}\n`);
      return line.includes('listening');
    },
  );
}
