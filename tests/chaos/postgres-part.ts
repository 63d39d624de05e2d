import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres, startPostgres } from '@/lib/db/embedded/postgres';
import type { Part } from './part';
import { processTree, signal } from './processes';

export interface PostgresPart extends Part {
  url: string;
}

const ATTEMPTS = 40;

/** PostgreSQL, to be killed as a whole or by its first process alone, as a crash does. */
export async function startPostgresPart(dataDir: string): Promise<PostgresPart> {
  let postgres = await startPostgres(dataDir);
  const { port, url } = postgres;
  const all = () => processTree(postgres.process.pid ?? 0);

  /** Whoever is left of a killed one may hold its memory for a moment. */
  async function startAgain(): Promise<EmbeddedPostgres> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await startPostgres(dataDir, port);
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        await sleep(100);
      }
    }
  }

  return {
    url,
    async start() {
      postgres = await startAgain();
    },
    async kill() {
      const gone = once(postgres.process, 'exit');
      signal(Math.random() < 0.5 ? all() : [postgres.process.pid ?? 0], 'SIGKILL');
      await gone;
    },
    freeze: () => signal(all(), 'SIGSTOP'),
    thaw: () => signal(all(), 'SIGCONT'),
    async stop() {
      signal(all(), 'SIGCONT');
      await postgres.stop();
    },
  };
}
