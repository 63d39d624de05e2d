import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { Client } from 'pg';

let engineModule: Promise<typeof import('@prisma/schema-engine-wasm')> | undefined;

export const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * The SQL that would turn an empty database into what schema.prisma says.
 *
 * @param schema text of schema.prisma
 */
export function diffFromEmpty(databaseUrl: string, schema: string): Promise<string> {
  return withEngine(databaseUrl, async (engine) => {
    const result = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return result.stdout ?? '';
  });
}

/**
 * Works with Prisma's own engine, as WebAssembly: its command line would download a binary. No connection stays open,
 * but a timer of the engine for 10 s.
 */
export async function withEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  engineModule ??= loadEngine();
  const { SchemaEngine } = await engineModule;
  const { factory, close } = wholeScripts(databaseUrl);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(factory);
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await close();
  }
}

/**
 * The adapter cuts a script at every semicolon, function bodies included, and runs the pieces one by one. Here a script
 * goes to the server whole, which also makes each migration all or nothing.
 */
function wholeScripts(connectionString: string) {
  const factory = new PrismaPg({ connectionString });
  const connect = factory.connect.bind(factory);
  const open: Awaited<ReturnType<typeof connect>>[] = [];
  factory.connect = async () => {
    const connection = await connect();
    connection.executeScript = (script) => runScript(connectionString, script);
    open.push(connection);
    return connection;
  };
  return { factory, close: () => Promise.all(open.map((connection) => connection.dispose())) };
}

async function runScript(connectionString: string, script: string) {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(script);
  } finally {
    await client.end();
  }
}

/** Node 20 cannot import .wasm as a module, so the package's own entry does not load there: it is put together here. */
async function loadEngine(): Promise<typeof import('@prisma/schema-engine-wasm')> {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm'));
  const glue = await import(/* webpackIgnore: true */ join(folder, 'schema_engine_bg.js'));
  const wasm = await WebAssembly.compile(await readFile(join(folder, 'schema_engine_bg.wasm')));
  const instance = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}
