import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { processTree, signal } from './processes';

/** A process that is killed and frozen while others use it. */
export interface Part {
  /** SIGKILL, and gone when it resolves. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, at the same address; there when it resolves. */
  start(): Promise<void>;
  /** SIGSTOP of it and all its children. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
  /** How it ended, each time that nobody had ended it: of another part's loss, say. */
  deaths: readonly string[];
}

/** One that stops in order when it is asked to. */
export interface StoppablePart extends Part {
  /** SIGTERM, and gone when it resolves. @returns exit code */
  terminate(): Promise<number | null>;
}

/**
 * Runs a program as a part.
 *
 * @param isReady whether a line of its output says so
 */
export async function startPart(
  command: () => { program: string; args: string[]; env?: NodeJS.ProcessEnv },
  isReady: (line: string) => boolean,
): Promise<StoppablePart> {
  const deaths: string[] = [];
  let child: ChildProcess;
  let isEnding = false;

  async function start() {
    const { program, args, env } = command();
    isEnding = false;
    child = spawn(program, args, { env: env ?? process.env, stdio: ['pipe', 'pipe', 'inherit'] });
    if (!child.stdout) throw new Error(`${program} has no output.`);
    const lines = createInterface({ input: child.stdout });
    await new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => isReady(line) && resolve());
      child.once('exit', (code, signalName) => {
        if (!isEnding) deaths.push(String(code ?? signalName));
        reject(new Error(`${program} ended with ${code}.`));
      });
    });
  }

  const all = () => processTree(child.pid ?? 0);
  async function end(name: NodeJS.Signals) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    isEnding = true;
    const gone = once(child, 'exit');
    signal(name === 'SIGKILL' ? all() : [child.pid ?? 0], name);
    await gone;
  }

  await start();
  return {
    deaths,
    start,
    kill: () => end('SIGKILL'),
    async terminate() {
      await end('SIGTERM');
      return child.exitCode;
    },
    freeze: () => signal(all(), 'SIGSTOP'),
    thaw: () => signal(all(), 'SIGCONT'),
    stop: async () => {
      signal(all(), 'SIGCONT');
      await end('SIGKILL');
    },
  };
}
