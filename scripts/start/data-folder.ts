import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes the data folder and takes it for this process.
 *
 * @returns what gives it back
 * @throws Error with one sentence when it cannot be used or another start holds it
 */
export async function takeDataFolder(dataDir: string): Promise<() => Promise<void>> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch {
    throw new Error(
      `The data folder ${dataDir} cannot be made. Set DATA_DIR to a folder that can be written.`,
    );
  }
  const path = join(dataDir, 'lock');
  const holder = Number(await readFile(path, 'utf8').catch(() => ''));
  if (holder && isRunning(holder)) {
    throw new Error(
      `Another 이거대여 (process ${holder}) is using ${dataDir}. Stop it first or set DATA_DIR.`,
    );
  }
  await rm(path, { force: true });
  try {
    const file = await open(path, 'wx');
    await file.write(`${process.pid} ${await startOf(process.pid)}`);
    await file.close();
  } catch {
    throw new Error(`The data folder ${dataDir} cannot be written.`);
  }
  return () => rm(path, { force: true });
}

/** When a process started, in ticks since boot: tells it from a later one with the same number. Empty where unknown. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function isRunning(pid: number): boolean {
  if (!pid || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
