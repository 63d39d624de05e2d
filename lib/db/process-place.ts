import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

export interface ProcessPlace {
  leave(): Promise<void>;
}

interface PlaceOptions {
  databaseUrl: string;
  /** true with REDIS_URL: any number of such processes may run side by side, but none that is alone */
  isShared: boolean;
  /** how long to wait for an earlier process to leave */
  patienceMs?: number;
  /** called when the place was lost while the database was away, and another process has it now */
  onLost: (reason: Error) => void;
}

const PATIENCE_MS = 10_000;
const PAUSE_MS = 250;

/**
 * Takes this process's place at the database: a session-level advisory lock on a connection of its own, which
 * PostgreSQL lets go by itself when the process dies. Without Redis there is one place; with it, any number.
 *
 * @throws Error with one sentence when others that do not fit are still there after the wait
 */
export async function takePlace(options: PlaceOptions): Promise<ProcessPlace> {
  let hasLeft = false;
  let client: Client | undefined;

  async function take() {
    const patience = Date.now() + (options.patienceMs ?? PATIENCE_MS);
    const connection = await connect(options.databaseUrl);
    while (!(await tryLock(connection, options.isShared))) {
      if (Date.now() < patience && !hasLeft) {
        await sleep(PAUSE_MS);
        continue;
      }
      await connection.end();
      throw new TakenError(
        'Another process uses this database, and the two would not hear of each other. Set the same REDIS_URL for all of them, or stop the other one.',
      );
    }
    client = connection;
    connection.once('end', () => {
      if (!hasLeft) void retake();
    });
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
  return {
    async leave() {
      hasLeft = true;
      await client?.end().catch(() => undefined);
    },
  };
}

class TakenError extends Error {}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({
    connectionString,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
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
