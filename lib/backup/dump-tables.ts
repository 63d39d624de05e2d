import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { createMeter } from './hash-file';
import type { TableFile } from './manifest';
import { copyTarget, listTables, type Table } from './tables';

/** Every row that the client's transaction sees, a gzip file of COPY's text form for each table. */
export async function dumpTables(client: ClientBase, folder: string): Promise<TableFile[]> {
  const files: TableFile[] = [];
  for (const table of await listTables(client)) files.push(await dumpTable(client, table, folder));
  return files;
}

async function dumpTable(client: ClientBase, table: Table, folder: string): Promise<TableFile> {
  const file = `${table.name}.copy.gz`;
  const rows = client.query(copyTo(`COPY ${copyTarget(table)} TO STDOUT`));
  const meter = createMeter();
  await pipeline(
    rows,
    createGzip(),
    meter.stream,
    createWriteStream(join(folder, file), { mode: 0o600, flags: 'wx' }),
  );
  return { ...table, file, rows: rows.rowCount, ...meter.result() };
}
