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
  const deaths: string[] = [];
  let isEnding = false;
  const all = () => processTree(postgres.process.pid ?? 0);

  function watch() {
    isEnding = false;
    postgres.process.once('exit', (code, signalName) => {
      if (!isEnding) deaths.push(String(code ?? signalName));
    });
  }

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

  watch();
  return {
    url,
    deaths,
    async start() {
      postgres = await startAgain();
      watch();
    },
    async kill() {
      isEnding = true;
      const gone = once(postgres.process, 'exit');
      signal(Math.random() < 0.5 ? all() : [postgres.process.pid ?? 0], 'SIGKILL');
      await gone;
    },
    freeze: () => signal(all(), 'SIGSTOP'),
    thaw: () => signal(all(), 'SIGCONT'),
    async stop() {
      isEnding = true;
      signal(all(), 'SIGCONT');
      await postgres.stop();
    },
  };
}
