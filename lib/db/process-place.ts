import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createPulse } from '@/lib/core/pulse';
import { lineOf } from './line-of';
import { PULSE } from './watch-database';

export interface ProcessPlace {
  leave(): Promise<void>;
}

interface PlaceOptions {
  databaseUrl: string;
  /** true with REDIS_URL: any number of such processes may run side by side, but none that is alone */
  isShared: boolean;
  /** how long to wait for an earlier process to leave */
  patienceMs?: number;
  /** how often the line is asked whether it lives, and how long it may take to answer */
  pulse?: { everyMs: number; patienceMs: number };
  /** called when the place was lost while the database was away, and another process has it now */
  onLost: (reason: Error) => void;
}

const PATIENCE_MS = 10_000;
const PAUSE_MS = 250;
const RHYTHM = { everyMs: 3_000, patienceMs: 3_000 };

/**
 * Takes this process's place at the database: a session-level advisory lock on a connection of its own, which
 * PostgreSQL lets go by itself when the process dies. Without Redis there is one place; with it, any number.
 *
 * A line may die without a word to this end, and PostgreSQL, which has heard, gives the place to another. So the line is
 * asked every 3 s; one that does not answer is cut, and the place taken anew.
 *
 * @throws Error with one sentence when others that do not fit are still there after the wait
 */
export async function takePlace(options: PlaceOptions): Promise<ProcessPlace> {
  let hasLeft = false;
  let client: Client | undefined;
  let backend: Backend | undefined;

  async function take() {
    const patience = Date.now() + (options.patienceMs ?? PATIENCE_MS);
    const connection = await connect(options.databaseUrl);
    try {
      if (backend) await endBackend(connection, backend);
      await waitForLock(connection, patience);
      backend = await backendOf(connection);
    } catch (error) {
      lineOf(connection).destroy();
      throw error;
    }
    client = connection;
    connection.once('end', () => {
      client = undefined;
      if (!hasLeft) void retake();
    });
  }

  async function waitForLock(connection: Client, patience: number) {
    while (!(await tryLock(connection, options.isShared))) {
      if (Date.now() >= patience || hasLeft) throw new TakenError(TAKEN);
      await sleep(PAUSE_MS);
    }
  }

  async function ask(signal: AbortSignal) {
    const asked = client;
    if (!asked) return;
    signal.addEventListener('abort', () => lineOf(asked).destroy(), { once: true });
    await asked.query(PULSE);
  }

  async function retake() {
    while (!hasLeft) {
      try {
        return await take();
      } catch (error) {
        if (error instanceof TakenError) return options.onLost(error);
        await sleep(1_000);
      }
    }
  }

  await take();
  const pulse = createPulse({ ask, ...(options.pulse ?? RHYTHM), onAway: ignore, onBack: ignore });
  return {
    async leave() {
      hasLeft = true;
      pulse.stop();
      await client?.end().catch(() => undefined);
    },
  };
}

class TakenError extends Error {}
const TAKEN =
  'Another process uses this database, and the two would not hear of each other. Set the same REDIS_URL for all of them, or stop the other one.';

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({
    connectionString,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    application_name: 'egodaeyeo place',
  });
  // `end` follows, and is what counts.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function tryLock(client: Client, isShared: boolean): Promise<boolean> {
  const name = isShared ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
  const { rows } = await client.query(`SELECT ${name}(hashtextextended('egodaeyeo process', 0)) AS "isMine"`);
  return rows[0]?.isMine === true;
}

/** This process as PostgreSQL has it: ids are given again, with another beginning. */
interface Backend {
  pid: number;
  begun: string;
}

async function backendOf(client: Client): Promise<Backend> {
  const { rows } = await client.query<Backend>(
    `SELECT "pid", "backend_start"::text AS "begun" FROM pg_stat_activity WHERE "pid" = pg_backend_pid()`,
  );
  if (!rows[0]) throw new Error('PostgreSQL does not know who asks.');
  return rows[0];
}

/** Where only this end has noticed, the other still holds the place, for as long as TCP likes. */
async function endBackend(client: Client, { pid, begun }: Backend) {
  await client.query(
    `SELECT pg_terminate_backend("pid") FROM pg_stat_activity WHERE "pid" = $1 AND "backend_start"::text = $2`,
    [pid, begun],
  );
}

function ignore() {
  return undefined;
}
