import type { ClientBase } from 'pg';

export interface Table {
  name: string;
  /** in their order, without generated ones: the database computes those again */
  columns: string[];
}

/** Applied migrations travel in the manifest. */
export const MIGRATIONS_TABLE = '_prisma_migrations';
/** Its rows name transactions of the server that wrote them, which mean nothing to another one; each is of use for minutes. */
const LEFT_OUT = [MIGRATIONS_TABLE, 'PageChange'];

/** The tables of the product, by name; a table added later is among them by itself. */
export async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT t.relname AS "name",
        array_agg(c.attname::text ORDER BY c.attnum) FILTER (WHERE c.attgenerated = '') AS "columns"
      FROM pg_class t
      JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
      WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind IN ('r', 'p') AND NOT t.relispartition
        AND t.relname <> ALL($1)
      GROUP BY t.relname ORDER BY t.relname COLLATE "C"`,
    [LEFT_OUT],
  );
  return rows;
}

/** Where each counter stands; they know no snapshot, so never behind a row of it. */
export async function listSequences(client: ClientBase) {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS "name" FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"`,
  );
  const sequences = [];
  for (const { name } of rows) {
    const { rows: states } = await client.query<{ lastValue: string; isCalled: boolean }>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM ${quote(name)}`,
    );
    for (const state of states) sequences.push({ name, ...state });
  }
  return sequences;
}

/** A name as SQL takes it. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function copyTarget({ name, columns }: Table): string {
  return `${quote(name)} (${columns.map(quote).join(', ')})`;
}
