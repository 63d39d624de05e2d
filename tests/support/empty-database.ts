import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { testParts } from './test-parts';

/** A database with nothing in it and what drops it. */
export async function createEmptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`CREATE DATABASE "${name}"`);
  return {
    url: testParts().databaseUrl.replace(/\/postgres$/, `/${name}`),
    drop: () => asAdmin(`DROP DATABASE "${name}" WITH (FORCE)`),
  };
}

/** The answer of one statement, on a connection that is closed again. */
export async function queryOnce<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

async function asAdmin(sql: string) {
  await queryOnce(testParts().databaseUrl, sql);
}
