import { readFileSync } from 'node:fs';

/** Process ids of the bundled server below a start script: the first one, and its workers. */
export function serverProcesses(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [
    ...(read(`/proc/${child}/cmdline`).includes('egodaeyeo-server') ? [child] : []),
    ...serverProcesses(child),
  ]);
}

function childrenOf(pid: number): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
}

/** @returns memory that a process holds, in kB */
export function residentKb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
