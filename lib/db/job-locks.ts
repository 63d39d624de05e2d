import { Client } from 'pg';
import { type Db, poolOf } from './client';
import { forEachDb } from './for-each-db';
import { lineOf } from './line-of';

const PATIENCE_MS = 5_000;

/**
 * Does `work` unless it is under way, in this process or in another of the same database: an advisory lock of PostgreSQL
 * under that name. All locks of a process share one line beside its pool, so that work finds the pool as anybody else
 * does; PostgreSQL lets them go with the line.
 *
 * @returns what `work` gave, or null when another has the lock
 * @throws what `work` or the driver throws
 */
export function whileLocked<T>(db: Db, name: string, work: () => Promise<T>): Promise<T | null> {
  return locksOf(db)(name, work);
}

const locksOf = forEachDb((db) => {
  const { connectionString } = poolOf(db).options;
  const held = new Set<string>();
  let line: Promise<Client> | undefined;
  let asked: Promise<unknown> = Promise.resolve();

  /** Opened when it is first wanted, and again after it was lost. */
  function open(): Promise<Client> {
    if (line) return line;
    const own = connect(connectionString);
    line = own;
    own.then(
      (client) => client.once('end', () => forget(own)),
      () => forget(own),
    );
    return own;
  }

  function forget(lost: Promise<Client>) {
    if (line === lost) line = undefined;
  }

  /** A line takes one question after the other. */
  function ask(client: Client, verb: Verb, name: string): Promise<boolean> {
    const answer = asked.then(() => askNow(client, verb, name));
    asked = answer.catch(() => undefined);
    return answer;
  }

  async function take(name: string): Promise<Client | null> {
    const own = open();
    try {
      const client = await own;
      return (await ask(client, 'pg_try_advisory_lock', name)) ? client : null;
    } catch (error) {
      forget(own);
      throw error;
    }
  }

  /** A line that cannot let go of one lock is ended, and all its locks with it. */
  async function letGo(client: Client, name: string) {
    await ask(client, 'pg_advisory_unlock', name).catch(() => undefined);
  }

  return async <T>(name: string, work: () => Promise<T>): Promise<T | null> => {
    if (held.has(name)) return null;
    held.add(name);
    try {
      // A line that was lost since it was last used says so when it is asked.
      const client = await take(name).catch(() => take(name));
      return client && (await work().finally(() => letGo(client, name)));
    } finally {
      held.delete(name);
    }
  };
});

type Verb = 'pg_try_advisory_lock' | 'pg_advisory_unlock';

async function askNow(client: Client, verb: Verb, name: string): Promise<boolean> {
  try {
    const { rows } = await client.query<{ isDone: boolean }>(
      `SELECT ${verb}(hashtextextended($1, 0)) AS "isDone"`,
      [name],
    );
    return rows[0]?.isDone === true;
  } catch (error) {
    lineOf(client).destroy();
    throw error;
  }
}

async function connect(connectionString: string | undefined): Promise<Client> {
  const client = new Client({
    connectionString,
    keepAlive: true,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    application_name: 'egodaeyeo locks',
  });
  // Whoever uses it hears of it.
  client.on('error', () => undefined);
  const connecting = client.connect();
  lineOf(client).unref();
  await connecting;
  return client;
}
