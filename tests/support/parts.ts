import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDb } from '@/lib/db/client';
import { startPostgres } from '@/lib/db/embedded/postgres';
import { migrate } from '@/lib/db/migrate';
import { startObjectStore } from '@/lib/storage/embedded/start-object-store';
import { PUBLIC_PREFIXES } from '@/lib/storage/keys';
import { loadReference } from '@/prisma/seed/reference/load';
import { TEMPLATE, type TestParts } from './test-parts';

/** Runs until its standard input ends, so that it goes when the test runner goes, however that happens. */
async function main() {
  const folder = await mkdtemp(join(tmpdir(), 'egodaeyeo-test-'));
  const postgres = await startPostgres(join(folder, 'postgres'));
  const credentials = { accessKeyId: 'test-access', secretAccessKey: 'test-secret-of-enough-length' };
  const store = await startObjectStore({
    ...credentials,
    dataDir: join(folder, 'objects'),
    host: '127.0.0.1',
    port: 0,
    region: 'ap-northeast-2',
    bucket: 'egodaeyeo',
    publicPrefixes: [...PUBLIC_PREFIXES],
    allowedOrigins: '*',
  });
  await forgetPowerCuts(postgres.urlOf('postgres'));
  await prepareTemplate(postgres.urlOf('postgres'), postgres.urlOf(TEMPLATE));
  const parts: TestParts = {
    databaseUrl: postgres.url,
    storage: {
      ...credentials,
      endpoint: store.url,
      region: 'ap-northeast-2',
      bucket: 'egodaeyeo',
      publicUrl: `${store.url}/egodaeyeo`,
    },
  };
  process.stdout.write(`${JSON.stringify(parts)}\n`);
  process.on('SIGINT', () => undefined);
  process.stdin.resume().once('end', async () => {
    await store.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
    process.exit(0);
  });
}

/** Nothing here outlives the run; those tests that cut the power start a PostgreSQL of their own. */
async function forgetPowerCuts(adminUrl: string) {
  const admin = connectDb(adminUrl, 1);
  await admin.$executeRawUnsafe('ALTER SYSTEM SET fsync = off');
  await admin.$executeRawUnsafe('SELECT pg_reload_conf()');
  await admin.$disconnect();
}

async function prepareTemplate(adminUrl: string, templateUrl: string) {
  const admin = connectDb(adminUrl, 1);
  await admin.$executeRawUnsafe(`CREATE DATABASE "${TEMPLATE}"`);
  await admin.$disconnect();
  await migrate(templateUrl, 'prisma/migrations');
  const template = connectDb(templateUrl, 2);
  await loadReference(template);
  await template.$disconnect();
}

void main();
