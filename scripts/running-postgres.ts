import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Address of the embedded PostgreSQL that another process runs from this folder; null when none does. */
export async function findRunningPostgres(folder: string): Promise<string | null> {
  const [pid, , , port] = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  const password = (await readFile(`${folder}.password`, 'utf8').catch(() => '')).trim();
  if (!pid || !port || !isAlive(Number(pid))) return null;
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
