import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { connectDb } from '@/lib/db/client';
import { type EmbeddedPostgres, startPostgres } from '@/lib/db/embedded/postgres';
import { migrate } from '@/lib/db/migrate';
import { loadReference } from '@/prisma/seed/reference/load';
import { generate } from './generate';

/** Raised when the made rows change: older databases are then left alone. */
const VERSION = 2;

/** Kept between runs; git ignores it. */
const FOLDER = '.cache/bench';

export const SIZES = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 } as const;
export type Size = keyof typeof SIZES;

export interface Ground {
  /** Connection string of a database with that many items, made now when it is not there yet. */
  databaseOf(size: Size): Promise<string>;
  stop(): Promise<void>;
}

/** An embedded PostgreSQL of the benchmark's own, with the product's own settings. */
export async function startGround(): Promise<Ground> {
  await mkdir(FOLDER, { recursive: true });
  const postgres = await startPostgres(join(process.cwd(), FOLDER, 'postgres'));
  return {
    databaseOf: (size) => ensure(postgres, size),
    stop: () => postgres.stop(),
  };
}

async function ensure(postgres: EmbeddedPostgres, size: Size): Promise<string> {
  const name = `bench_${VERSION}_${size}`;
  const admin = await connect(postgres.url);
  try {
    const { rows } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rows.length === 0) await make(postgres, admin, name, SIZES[size]);
  } finally {
    await admin.end();
  }
  const url = postgres.urlOf(name);
  await migrate(url, 'prisma/migrations');
  return url;
}

/** Under another name until it is whole: a run that is cut short leaves nothing half made. */
async function make(postgres: EmbeddedPostgres, admin: Client, name: string, items: number) {
  const unfinished = `${name}_unfinished`;
  const began = performance.now();
  process.stderr.write(`Making ${items.toLocaleString('en')} items … `);
  await admin.query(`DROP DATABASE IF EXISTS ${unfinished}`);
  await admin.query(`CREATE DATABASE ${unfinished}`);
  const url = postgres.urlOf(unfinished);
  await migrate(url, 'prisma/migrations');
  const db = connectDb(url, 1);
  await loadReference(db);
  await db.$disconnect();
  const client = await connect(url);
  await generate(client, items);
  await client.end();
  // Migrating leaves a connection open for a moment.
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
    unfinished,
  ]);
  await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  process.stderr.write(`${Math.round((performance.now() - began) / 1000)} s\n`);
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}
