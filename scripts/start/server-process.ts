import { spawn } from 'node:child_process';
import { GATE, keepGate } from '@/lib/env/gate';
import { serverEntry } from './server-entry';
import type { StartSettings } from './settings';

export interface ServerProcess {
  /** resolves with the exit code or signal */
  exited: Promise<number | string>;
  /**
   * Lets it serve.
   *
   * @returns when it listens
   * @throws Error when it ended instead
   */
  open: () => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * Left alone, V8 lets what pages leave behind pile up to hundreds of megabytes before it looks (docs/PERFORMANCE.md).
 * Workers have the flags of the process that forks them.
 *
 * @param said what NODE_OPTIONS says; its own bounds hold
 */
function memoryFlags(said = ''): string[] {
  return said.includes('-space-size') ? [] : ['--max-semi-space-size=32', '--max-old-space-size=768'];
}

/** Starts server.ts. It loads its code meanwhile, and serves once `open` was called. */
export function startServer(settings: StartSettings, env: Record<string, string | undefined>): ServerProcess {
  const program = settings.isDev
    ? ['--import', 'tsx', 'server.ts']
    : ['--enable-source-maps', ...memoryFlags(env.NODE_OPTIONS), serverEntry(settings.distDir)];
  const child = spawn(process.execPath, program, {
    // A group of its own: Ctrl-C reaches the parent alone, which stops the parts in order.
    detached: true,
    // glibc keeps a heap for each thread otherwise, which pictures and zipped pages leave full of holes.
    env: { MALLOC_ARENA_MAX: '2', ...(env as NodeJS.ProcessEnv), [GATE]: 'closed' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message) => message === 'ready' && resolve());
  });
  let openGate: () => void = () => undefined;
  keepGate(
    child,
    new Promise<void>((resolve) => {
      openGate = resolve;
    }),
  );
  return {
    exited,
    async open() {
      openGate();
      const first = await Promise.race([ready.then(() => 'ready' as const), exited]);
      if (first !== 'ready') throw new Error(`The server could not start (${first}): see the lines above.`);
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await exited;
      clearTimeout(timer);
    },
  };
}
