import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Manifest, TableFile } from './manifest';
import { copyTarget, listTables, quote } from './tables';

/**
 * Puts the rows of a backup into tables that were made for it in this transaction. Meanwhile triggers rest (what they
 * would write is in the backup) and foreign keys are away; these are made again and so checked over all rows. Checks,
 * unique indexes and exclusions hold throughout.
 *
 * @throws Error when the tables are not those of the backup, a file holds other rows than it says, or a constraint fails
 */
export async function loadTables(client: ClientBase, manifest: Manifest, folder: string): Promise<void> {
  await requireSameTables(client, manifest);
  const names = manifest.tables.map(({ name }) => quote(name));
  const foreignKeys = await takeForeignKeys(client);
  for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  // A migration may have put rows in; the backup has them as they are now.
  await client.query(`TRUNCATE ${names.join(', ')}`);
  for (const table of manifest.tables) await loadTable(client, table, folder);
  for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  for (const sql of foreignKeys) await client.query(sql);
  await setSequences(client, manifest);
}

async function requireSameTables(client: ClientBase, manifest: Manifest) {
  const shape = (tables: { name: string; columns: string[] }[]) =>
    JSON.stringify(tables.map(({ name, columns }) => [name, columns]));
  if (shape(await listTables(client)) === shape(manifest.tables)) return;
  throw new Error('The tables of the backup are not those that its migrations make.');
}

/** @returns what makes them again, word for word */
async function takeForeignKeys(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT t.relname AS "table", k.conname AS "name", pg_get_constraintdef(k.oid) AS "definition"
      FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
      WHERE k.contype = 'f' AND t.relnamespace = current_schema()::regnamespace
      ORDER BY t.relname, k.conname`,
  );
  for (const { table, name } of rows) {
    await client.query(`ALTER TABLE ${quote(table)} DROP CONSTRAINT ${quote(name)}`);
  }
  return rows.map(
    ({ table, name, definition }) =>
      `ALTER TABLE ${quote(table)} ADD CONSTRAINT ${quote(name)} ${definition}`,
  );
}

async function loadTable(client: ClientBase, table: TableFile, folder: string) {
  const rows = client.query(copyFrom(`COPY ${copyTarget(table)} FROM STDIN`));
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), rows);
  if (rows.rowCount === table.rows) return;
  throw new Error(`${table.file} holds ${rows.rowCount} rows and should hold ${table.rows}.`);
}

async function setSequences(client: ClientBase, { sequences }: Manifest) {
  for (const { name, lastValue, isCalled } of sequences) {
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [quote(name), lastValue, isCalled]);
  }
}
