import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

export interface RunAs {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. For root this gives another user of the system to run it as (`postgres` where
 * there is one, else `nobody`), for everybody else null.
 */
export async function unprivilegedUser(): Promise<RunAs | null> {
  if (process.platform === 'win32' || process.geteuid?.() !== 0) return null;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => users.find((user) => user[0] === name)).find(Boolean);
  if (!found)
    throw new Error('PostgreSQL cannot run as root, and this system has no user postgres or nobody.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/**
 * Starts a program as that user, in a process group of its own (Ctrl-C is the parent's to handle); it is asked to stop
 * when this process exits. A checkout often lies where only root may look (/root, mktemp -d): setpriv keeps root's right to pass such folders and nothing else.
 */
export function runAs(user: RunAs | null, program: string, args: string[]): ChildProcess {
  const child = spawnAs(user, program, args);
  const stopWithParent = () => void child.kill('SIGINT');
  process.once('exit', stopWithParent);
  child.once('close', () => process.off('exit', stopWithParent));
  return child;
}

function spawnAs(user: RunAs | null, program: string, args: string[]): ChildProcess {
  const options: SpawnOptions = { detached: true, stdio: ['ignore', 'pipe', 'pipe'] };
  if (!user) return spawn(program, args, options);
  const identity = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  // The last one: without it access(2) forgets that right for a process that is not root's.
  const rights = [
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
  ];
  return spawn('setpriv', [...identity, ...rights, '--', program, ...args], { ...options, cwd: '/' });
}
