import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const LOCK = 'lock';

/**
 * Makes the data folder and takes it for this process.
 *
 * @returns what gives it back
 * @throws Error with one sentence when it cannot be used or another start holds it
 */
export async function takeDataFolder(dataDir: string): Promise<() => Promise<void>> {
  try {
    await makeFolder(dataDir);
  } catch {
    throw new Error(
      `The data folder ${dataDir} cannot be made. Set DATA_DIR to a folder that can be written.`,
    );
  }
  const path = join(dataDir, LOCK);
  const holder = await findHolder(path);
  if (holder !== null) {
    throw new Error(
      `Another 이거대여 (process ${holder}) is using ${dataDir}. Stop it first or set DATA_DIR.`,
    );
  }
  try {
    await rm(path, { force: true });
    const file = await open(path, 'wx');
    try {
      await file.write(`${process.pid} ${await startOf(process.pid)}`);
    } finally {
      await file.close();
    }
  } catch {
    throw new Error(`The data folder ${dataDir} cannot be written.`);
  }
  return () => rm(path, { force: true });
}

/** Process that uses a data folder right now, or null. */
export function findDataFolderHolder(dataDir: string): Promise<number | null> {
  return findHolder(join(dataDir, LOCK));
}

/** As `mkdir -p`. Node's own form of it never ends below a folder like /proc that denies what it has. */
async function makeFolder(path: string): Promise<void> {
  if ((await stat(path).catch(() => null))?.isDirectory()) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path);
}

/**
 * When a process started, in ticks since boot: tells it from a later one with the same number. Empty where unknown, and
 * for one that is dead and only waits to be counted.
 */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
}

/** Process that holds the lock, or null when nobody does any more. */
async function findHolder(path: string): Promise<number | null> {
  const [pid, started] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
  const holder = Number(pid);
  if (!holder || holder === process.pid || !isRunning(holder)) return null;
  return started === (await startOf(holder)) ? holder : null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
