import { execFileSync } from 'node:child_process';
import { Client } from 'pg';
import { useTestEnv } from '@/tests/support/test-env';

/** What a database is made of, by a name of each thing that two databases have in common. */
type Inventory = Record<string, string>;

const COLUMNS = `
  SELECT table_name || '.' || column_name AS name,
    concat_ws(' ', udt_name, character_maximum_length, datetime_precision, is_nullable, is_generated,
      column_default) AS meaning
  FROM information_schema.columns WHERE table_schema = current_schema() AND table_name <> '_prisma_migrations'`;
const ENUMS = `
  SELECT t.typname AS name, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) AS meaning
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
  WHERE t.typnamespace = current_schema()::regnamespace GROUP BY t.typname`;
const INDEXES = `
  SELECT indexname AS name, replace(indexdef, schemaname || '.', '') AS meaning
  FROM pg_indexes WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`;
const KEYS = `
  SELECT conrelid::regclass || '.' || conname AS name, pg_get_constraintdef(oid) AS meaning
  FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype IN ('p', 'f')
    AND conrelid::regclass::text <> '_prisma_migrations'`;

/** Prisma's language has neither generated columns nor conditions, other kinds of indexes, or deferred ones. */
const GENERATED = 'Item.searchVector';
const BEYOND_PRISMA = / WHERE |USING gi(n|st) /;
const DEFERRED = ['Image_place'];

describe('the migrations', () => {
  const connections: Client[] = [];
  // Before the database is dropped, which the next line sees to.
  afterAll(() => Promise.all(connections.map((client) => client.end())));
  const env = useTestEnv();
  let migrated: Client;
  let declared: Client;

  beforeAll(async () => {
    migrated = await connect();
    declared = await connect();
    const sql = execFileSync(
      process.execPath,
      ['--import', 'tsx', 'tests/support/schema-sql.ts', env.databaseUrl],
      { encoding: 'utf8' },
    );
    // In a schema of its own beside the migrated one, so that both are read alike. Never committed.
    await declared.query('BEGIN; CREATE SCHEMA declared; SET LOCAL search_path = declared, public');
    await declared.query(sql.replace(/CREATE SCHEMA IF NOT EXISTS "public";/, ''));
  });

  it('give the columns that schema.prisma says, with type, precision, nullability and default', async () => {
    const [have, want] = await both(COLUMNS);
    const { [GENERATED]: generated, ...others } = have;
    const { [GENERATED]: plain, ...wanted } = want;
    expect(Object.keys(wanted).length).toBeGreaterThan(150);
    expect(others).toEqual(wanted);
    expect([generated, plain]).toEqual([
      expect.stringMatching(/^tsvector YES ALWAYS/),
      expect.stringMatching(/^tsvector YES NEVER/),
    ]);
  });

  it('give the enums that schema.prisma says', async () => {
    const [have, want] = await both(ENUMS);
    expect(Object.keys(want)).toContain('RentalStatus');
    expect(have).toEqual(want);
  });

  it('give the keys that schema.prisma says', async () => {
    const [have, want] = await both(KEYS);
    expect(Object.keys(want).length).toBeGreaterThan(40);
    expect(have).toEqual(want);
  });

  it('give the indexes that schema.prisma says, and more only where it has no words', async () => {
    const [have, want] = await both(INDEXES);
    expect(have).toMatchObject(want);
    const more = Object.entries(have).filter(([name]) => !(name in want));
    expect(more.filter(([name, sql]) => !BEYOND_PRISMA.test(sql) && !DEFERRED.includes(name))).toEqual([]);
    expect(more.length).toBeGreaterThan(5);
  });

  async function connect() {
    const client = new Client({ connectionString: env.databaseUrl });
    await client.connect();
    connections.push(client);
    return client;
  }

  async function both(sql: string): Promise<[have: Inventory, want: Inventory]> {
    return [await takeStock(migrated, sql), await takeStock(declared, sql)];
  }
});

async function takeStock(client: Client, sql: string): Promise<Inventory> {
  const { rows } = await client.query<{ name: string; meaning: string }>(sql);
  const plain = (text: string) => text.replaceAll('declared.', '');
  return Object.fromEntries(rows.map(({ name, meaning }) => [plain(name), plain(meaning)]));
}
