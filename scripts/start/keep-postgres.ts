import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '@/lib/db/embedded/postgres';

const PAUSE_MS = 500;

/**
 * The embedded PostgreSQL, started again at the same address whenever it ends by itself.
 *
 * @throws Error with one sentence when it does not start the first time
 */
export async function keepPostgres(dataDir: string): Promise<{ url: string; stop: () => Promise<void> }> {
  let isStopping = false;
  let postgres = await startPostgres(dataDir);
  let starting: Promise<void> | undefined;
  replaceWhenDead();

  function replaceWhenDead() {
    postgres.process.once('exit', (code, signal) => {
      if (isStopping) return;
      console.error(`The database stopped unexpectedly (${code ?? signal}). It is started again.`);
      starting = startAgain();
    });
  }

  async function startAgain() {
    // Processes of its predecessor may still hold its memory for a moment.
    for (let reason = ''; !isStopping; await sleep(PAUSE_MS)) {
      try {
        postgres = await startPostgres(dataDir, postgres.port);
        return replaceWhenDead();
      } catch (error) {
        const sentence = error instanceof Error ? error.message : String(error);
        if (sentence !== reason) console.error(sentence);
        reason = sentence;
      }
    }
  }

  return {
    url: postgres.url,
    async stop() {
      isStopping = true;
      await starting;
      await postgres.stop();
    },
  };
}
