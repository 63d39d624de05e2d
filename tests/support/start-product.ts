import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FailedStart {
  code: number | null;
  /** what it said, on both streams */
  output: string;
  tookMs: number;
  /** true when the pages began to be built */
  built: boolean;
}

const FROM_OUTSIDE =
  /^(DATABASE_|S3_|NEXT|PORT$|HOST$|DATA_DIR$|DEMO_DATA$|REDIS_URL$|LOG_LEVEL$|KAKAO_|SMTP_|MAIL_)/;

/**
 * Runs the start as a newcomer's shell does, with nothing of this shell's settings, until it ends.
 *
 * @param folder of the caller; the data and the build go in it unless `env` says otherwise
 */
export async function runStart(
  folder: string,
  env: Record<string, string>,
  program = ['--import', 'tsx', 'scripts/start/run.ts'],
): Promise<FailedStart> {
  const inherited = Object.entries(process.env).filter(([name]) => !FROM_OUTSIDE.test(name));
  const distDir = join('.cache', `start-${folder.slice(-6)}`);
  const begun = Date.now();
  const child = spawn(process.execPath, program, {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 40_000,
    killSignal: 'SIGKILL',
    env: {
      ...Object.fromEntries(inherited),
      NODE_ENV: 'production',
      PORT: String(await freePort()),
      DATA_DIR: join(folder, 'data'),
      NEXT_DIST_DIR: distDir,
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const tookMs = Date.now() - begun;
  const built = (await readdir(distDir).catch(() => [])).length > 0;
  await rm(distDir, { recursive: true, force: true });
  return { code, output: output.trim(), tookMs, built };
}

/** Command lines that name a folder, of processes that still run. */
export async function processesOf(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return commands.filter((command) => command.includes(folder));
}

/** A folder of its own for each test. */
export function useFolder(): () => string {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'egodaeyeo-start-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}

/** One sentence on one line, no stack, exit code 1, no build. */
export function expectRefusal(start: FailedStart, sentence: RegExp) {
  expect(start.output).toMatch(sentence);
  expect(start.output).not.toMatch(/^\s+at |node:internal|Error:|undefined|\[object/m);
  expect({ code: start.code, built: start.built }).toEqual({ code: 1, built: false });
}

/** As `expectRefusal`, and not a second line. */
export function expectOneSentence(start: FailedStart, sentence: RegExp) {
  expectRefusal(start, sentence);
  expect(start.output.split('\n')).toHaveLength(1);
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
