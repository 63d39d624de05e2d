import { execFileSync } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@/lib/db/migrate';
import { useTestEnv } from '@/tests/support/test-env';

const INIT = '20261123000000_init';

describe('migrations of a database that has had some', () => {
  const env = useTestEnv();
  let folder: string;

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'egodaeyeo-migrations-')), 'migrations');
    await cp('prisma/migrations', folder, { recursive: true });
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

  /** With the engine at hand, which jest cannot load. */
  function migrateOutside(): { applied?: string[]; error?: string } {
    const args = ['--import', 'tsx', 'tests/support/migrate-from.ts', env.databaseUrl, folder];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  }

  it('are none where it has had all, which is found without the engine', async () => {
    await expect(migrate(env.databaseUrl, folder)).resolves.toEqual([]);
  });

  it('are the new ones, once', async () => {
    await mkdir(join(folder, '29990101000000_more'));
    await writeFile(join(folder, '29990101000000_more/migration.sql'), 'CREATE TABLE "More" (id int);');
    expect(migrateOutside()).toEqual({ applied: ['29990101000000_more'] });
    expect(await env.db.$queryRaw`SELECT count(*)::int FROM "More"`).toEqual([{ count: 0 }]);
    await expect(migrate(env.databaseUrl, folder)).resolves.toEqual([]);
  });

  it('are the engine’s to judge where one was edited, was begun and not ended, or was taken back', async () => {
    await appendFile(join(folder, INIT, 'migration.sql'), '\n-- more\n');
    await expect(migrate(env.databaseUrl, folder)).rejects.toThrow();
    await cp(join('prisma/migrations', INIT), join(folder, INIT), { recursive: true });
    await env.db
      .$executeRaw`UPDATE "_prisma_migrations" SET finished_at = NULL WHERE migration_name = ${INIT}`;
    expect(migrateOutside().error).toContain(INIT);
  });
});
