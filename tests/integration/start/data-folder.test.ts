import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { takeDataFolder } from '@/scripts/start/data-folder';
import { expectOneSentence, processesOf, runStart, useFolder } from '@/tests/support/start-product';

const startsWith = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

describe('a data folder that cannot be used', () => {
  const folder = useFolder();

  it('is a file', async () => {
    const dataDir = join(folder(), 'data');
    await writeFile(dataDir, '');
    expectOneSentence(await runStart(folder(), {}), startsWith(`The data folder ${dataDir} cannot be made.`));
  });

  it('lies where nobody can write', async () => {
    const dataDir = process.geteuid?.() === 0 ? '/proc/egodaeyeo' : join(folder(), 'closed/data');
    await mkdir(join(folder(), 'closed'), { mode: 0o500 });
    expectOneSentence(
      await runStart(folder(), { DATA_DIR: dataDir }),
      startsWith(`The data folder ${dataDir} cannot be made.`),
    );
    await chmod(join(folder(), 'closed'), 0o700);
  });

  it('is held by another start', async () => {
    const dataDir = join(folder(), 'data');
    const giveBack = await takeDataFolder(dataDir);
    const start = await runStart(folder(), {});
    expectOneSentence(start, startsWith(`Another 이거대여 (process ${process.pid}) is using ${dataDir}.`));
    await giveBack();
  });

  it('has damaged secrets', async () => {
    const path = join(folder(), 'data/secrets.json');
    for (const text of ['', '{"nextAuth":"short"}', '\0\0\0']) {
      await mkdir(join(folder(), 'data'), { recursive: true });
      await writeFile(path, text);
      expectOneSentence(await runStart(folder(), {}), startsWith(`${path} is damaged. Remove it`));
      expect(await readFile(path, 'utf8')).toBe(text);
    }
  });
});

describe('a database folder that is broken', () => {
  const folder = useFolder();
  const postgresOf = () => join(folder(), 'data/postgres');

  async function expectBroken(sentence: string) {
    expectOneSentence(await runStart(folder(), {}), startsWith(sentence));
    expect(await processesOf(folder())).toEqual([]);
  }

  it('is something else', async () => {
    await mkdir(postgresOf(), { recursive: true });
    await writeFile(join(postgresOf(), 'diary.txt'), 'mine');
    await expectBroken(`${postgresOf()} is not a PostgreSQL data folder.`);
    expect(await readFile(join(postgresOf(), 'diary.txt'), 'utf8')).toBe('mine');
  });

  it('is empty, or a file', async () => {
    await mkdir(postgresOf(), { recursive: true });
    await expectBroken(`${postgresOf()} is not a PostgreSQL data folder.`);
    await rm(postgresOf(), { recursive: true });
    await writeFile(postgresOf(), '');
    await expectBroken(`${postgresOf()} is not a PostgreSQL data folder.`);
  });

  it('has lost a part', async () => {
    await mkdir(join(folder(), 'data'));
    await runPostgres(postgresOf()).then(end);
    const losses: [path: string, sentence: string][] = [
      ['PG_VERSION', `${postgresOf()} is not a PostgreSQL data folder.`],
      ['global/pg_control', `The database in ${postgresOf()} is broken: `],
      ['../postgres.password', `The database in ${postgresOf()} is broken: `],
      ['pg_wal', `PostgreSQL did not start from ${postgresOf()}: `],
    ];
    for (const [path, sentence] of losses) {
      const lost = join(postgresOf(), path);
      const kept = `${lost}.kept`;
      await rename(lost, kept);
      await expectBroken(sentence);
      await rm(lost, { recursive: true, force: true });
      await rename(kept, lost);
    }
    await runPostgres(postgresOf()).then(end);
  });
});

describe('a start after one that was killed', () => {
  const folder = useFolder();

  it('takes over the folder, whoever has the number of the dead process now', async () => {
    const dataDir = join(folder(), 'data');
    await mkdir(dataDir);
    for (const stale of ['4194304 1', `${process.ppid} 1`, 'rubbish', '']) {
      await writeFile(join(dataDir, 'lock'), stale);
      const giveBack = await takeDataFolder(dataDir);
      await giveBack();
    }
  });

  it('stops the PostgreSQL that was left behind and finds its data', async () => {
    const dataDir = join(folder(), 'postgres');
    const left = await runPostgres(dataDir);
    left.parent.kill('SIGKILL');
    await once(left.parent, 'exit');
    expect(await processesOf(folder())).not.toEqual([]);
    const next = await runPostgres(dataDir);
    expect(next.pid).not.toBe(left.pid);
    expect(await commandOf(left.pid)).toBe('');
    await end(next);
    expect(await processesOf(folder())).toEqual([]);
  });
});

interface RunningPostgres {
  parent: ChildProcess;
  pid: number;
}

async function runPostgres(dataDir: string): Promise<RunningPostgres> {
  const parent = spawn(process.execPath, ['--import', 'tsx', 'tests/support/postgres-process.ts', dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [pid] = await once(createInterface({ input: parent.stdout }), 'line');
  return { parent, pid: Number(pid) };
}

async function end({ parent }: RunningPostgres) {
  const exited = once(parent, 'exit');
  parent.stdin?.end();
  expect(await exited).toEqual([0, null]);
}

/** Empty for a process that has ended. */
function commandOf(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}
