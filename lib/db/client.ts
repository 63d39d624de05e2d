import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { serverEnv } from '@/lib/env/server-env';
import { PrismaClient } from './generated/client';

export type Db = PrismaClient;

const KEY = Symbol.for('egodaeyeo.db');
const shared = globalThis as typeof globalThis & { [KEY]?: Db };

/** Connections of a process. */
export const USUAL_POOL = 10;

/** The one client of this process; Next.js and server.ts load separate copies of this module. */
export function getDb(): Db {
  shared[KEY] ??= connectDb(serverEnv().DATABASE_URL, serverEnv().DATABASE_POOL_SIZE ?? USUAL_POOL);
  return shared[KEY];
}

const POOL = Symbol.for('egodaeyeo.db.pool');

/** @param poolSize connections at most; a statement that runs for over 10 s is ended by the server */
export function connectDb(connectionString: string, poolSize: number): Db {
  const pool = new Pool({
    connectionString,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    lock_timeout: 8_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'egodaeyeo',
  });
  // An idle connection that dies is replaced with the next statement; a pool without a listener would end the process.
  pool.on('error', () => undefined);
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const db = new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 10_000 } });
  return Object.assign(db, { [POOL]: pool });
}

/** The pool below a client, for statements that go past it (query-prepared.ts). */
export function poolOf(db: Db): Pool {
  return (db as Db & { [POOL]: Pool })[POOL];
}

/** @returns a name for a prepared statement: the same for the same text */
export function statementName(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}
