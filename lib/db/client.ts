import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { serverEnv } from '@/lib/env/server-env';
import { BoundedPool } from './bounded-pool';
import { PrismaClient } from './generated/client';
import { USUAL_POOL } from './usual-pool';
import { type DatabaseWatch, watchDatabase } from './watch-database';

export type Db = PrismaClient;

const KEY = Symbol.for('egodaeyeo.db');
const shared = globalThis as typeof globalThis & { [KEY]?: Db };

/** The one client of this process; Next.js and server.ts load separate copies of this module. */
export function getDb(): Db {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = serverEnv();
  shared[KEY] ??= connectDb(DATABASE_URL, DATABASE_POOL_SIZE ?? USUAL_POOL, { isWatched: true });
  return shared[KEY];
}

const POOL = Symbol.for('egodaeyeo.db.pool');
const WATCH = Symbol.for('egodaeyeo.db.watch');
type Connected = Db & { [POOL]: BoundedPool; [WATCH]?: DatabaseWatch | undefined };

/**
 * @param poolSize connections at most; a statement that runs for over 10 s is ended by the server
 * @param isWatched statements end within 1.5 s when the database does not answer any more (watch-database.ts)
 */
export function connectDb(connectionString: string, poolSize: number, { isWatched = false } = {}): Db {
  const watch = isWatched ? watchDatabase({ connectionString, connectionTimeoutMillis: 5_000 }) : undefined;
  const pool = new BoundedPool({
    connectionString,
    max: poolSize,
    ...(watch && { Client: watch.Client }),
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    lock_timeout: 8_000,
    // A process that hangs keeps the rows that it has locked from the others for no longer.
    idle_in_transaction_session_timeout: 2_000,
    application_name: 'egodaeyeo',
  });
  // An idle connection that dies is replaced with the next statement; a pool without a listener would end the process.
  pool.on('error', () => undefined);
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const db = new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 10_000 } });
  const { $disconnect } = db;
  return Object.assign(db, {
    [POOL]: pool,
    [WATCH]: watch,
    $disconnect: () => {
      watch?.stop();
      return $disconnect.call(db);
    },
  });
}

/** true while a watched database gives no answer: asking it is in vain. */
export function isDatabaseAway(db: Db): boolean {
  return (db as Connected)[WATCH]?.isAway() ?? false;
}

/** true also for a moment after a connection to it was lost, or somebody found too many waiting: what failed then failed for that. */
export function isDatabaseFailing(db: Db): boolean {
  const { [WATCH]: watch, [POOL]: pool } = db as Connected;
  return watch?.isFailing() || pool.isRefusing();
}

/** The pool below a client, for statements that go past it (query-prepared.ts). */
export function poolOf(db: Db): Pool {
  return (db as Connected)[POOL];
}

/** @returns a name for a prepared statement: the same for the same text */
export function statementName(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}
