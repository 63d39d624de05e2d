import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What it is and which release, locked. */
const SOURCE = 'scripts/bench/lighthouse';
/** Where it is installed when it is first wanted; git ignores it. */
const FOLDER = '.cache/bench/lighthouse';
const PROGRAM = join(FOLDER, 'node_modules/lighthouse/cli/index.js');

/** On a busy machine it loses a trace now and then. */
const ATTEMPTS = 3;

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Judgement {
  /** 0 to 100 */
  scores: Record<Category, number>;
  /** cumulative layout shift */
  shift: number;
  /** what keeps accessibility, best practices or SEO below 100: audit and elements */
  faults: string[];
}

/** The parts of Lighthouse's report that are read. */
interface Report {
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
}

interface Audit {
  score: number | null;
  title: string;
  numericValue?: number;
  details?: { items?: { node?: { snippet?: string }; description?: string; url?: string }[] };
}

/** Installs Lighthouse unless this very release is installed. */
export async function installLighthouse(): Promise<void> {
  const lock = 'package-lock.json';
  const [wanted, present] = await Promise.all(
    [SOURCE, FOLDER].map((folder) => readFile(join(folder, lock), 'utf8').catch(() => '')),
  );
  const isThere = await readFile(PROGRAM).then(
    () => true,
    () => false,
  );
  if (isThere && wanted === present) return;
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await cp(SOURCE, FOLDER, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync(npm, flags, { cwd: FOLDER, stdio: 'inherit', shell: process.platform === 'win32' });
}

/**
 * Lighthouse's own mobile run: a middling phone on slow 4G, simulated: it loads the page as fast as this machine can and
 * computes from that what a phone would have taken.
 *
 * @param port of the debugging protocol of a Chromium that is running; its cookies count
 * @throws Error when Lighthouse gave no report, three times in a row
 */
export async function judge(url: string, port: number): Promise<Judgement> {
  return judgementOf(await reportOf(url, port, []));
}

/** Performance, 0 to 100, of the same phone when the browser is slowed down in fact; otherwise as {@link judge}. */
export async function judgeSlowed(url: string, port: number): Promise<number> {
  const flags = ['--throttling-method=devtools', '--only-categories=performance'];
  return scoreOf(await reportOf(url, port, flags), 'performance');
}

async function reportOf(url: string, port: number, flags: readonly string[]): Promise<Report> {
  const args = [PROGRAM, url, `--port=${port}`, '--output=json', '--output-path=stdout', '--quiet', ...flags];
  let reason = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const run = promisify(execFile)(process.execPath, args, {
      maxBuffer: 64 * 1024 * 1024,
      timeout: 120_000,
    });
    const { stdout, stderr } = await run.catch(({ stderr }: { stderr?: string }) => ({ stdout: '', stderr }));
    if (stdout !== '') return JSON.parse(stdout);
    reason = stderr ?? '';
  }
  throw new Error(`Lighthouse cannot judge ${url}: ${reason.trim()}`);
}

const scoreOf = ({ categories }: Report, name: Category) => Math.round((categories[name].score ?? 0) * 100);

function judgementOf(report: Report): Judgement {
  const { categories, audits } = report;
  const judged = CATEGORIES.slice(1).flatMap((name) => categories[name].auditRefs);
  return {
    scores: {
      performance: scoreOf(report, 'performance'),
      accessibility: scoreOf(report, 'accessibility'),
      'best-practices': scoreOf(report, 'best-practices'),
      seo: scoreOf(report, 'seo'),
    },
    shift: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
    faults: judged.flatMap(({ id, weight }) => faultOf(id, weight, audits[id])),
  };
}

function faultOf(id: string, weight: number, audit: Audit | undefined): string[] {
  if (weight === 0 || !audit || audit.score === null || audit.score === 1) return [];
  const where = (audit.details?.items ?? []).map(
    ({ node, description, url }) => node?.snippet ?? description ?? url,
  );
  return [`${id} (${audit.title}): ${where.filter(Boolean).slice(0, 5).join(' · ')}`];
}
