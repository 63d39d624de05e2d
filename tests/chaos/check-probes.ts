import type { Fault } from './faults';
import type { Probe } from './probe';
import type { Window } from './run-chaos';

/** The longest that anybody waits for an answer while a part is away, and for the product to be whole again. */
const ANSWER_MS = 2_000;
const HEALTHY_MS = 5_000;
/** So long nginx waits for a process that hangs before it asks the other, and for one at which it knocks (deploy/nginx). */
const GIVES_UP_MS = 2_000;
const KNOCK_MS = 1_000;
/** A busy machine delivers the answer later than it was given. */
const TRANSPORT_MS = 500;
/** What was under way when all was found to be well again. */
const UNDER_WAY_MS = 300;

interface Allowance {
  outcomes: readonly Probe['outcome'][];
  /** at most; null: as long as it takes */
  ms: number | null;
}

const ORDINARY: Allowance = { outcomes: ['done'], ms: ANSWER_MS };

/**
 * What may come of a question while a fault lasts.
 *
 * @param isUnderWay the fault may have come after it was asked
 */
function allowanceOf(fault: Fault, { app, isDirect, isSafe }: Probe, isUnderWay: boolean): Allowance {
  const isElsewhere = fault.of !== undefined && fault.of !== app;
  switch (fault.takes) {
    case 'redis':
    case 'store':
    case 'bucket':
      return ORDINARY;
    case 'postgres':
      if (isElsewhere) return ORDINARY;
      return { outcomes: ['done', 'away'], ms: fault.isSlow ? null : ANSWER_MS };
    case 'web':
      return isDirect ? ORDINARY : { outcomes: ['done', 'cut', 'none'], ms: null };
    case 'app':
      if (isElsewhere) return ORDINARY;
      if (isDirect) return { outcomes: ['done', 'cut', 'none'], ms: null };
      break;
    case 'nginx':
      if (isElsewhere || isDirect) return ORDINARY;
      break;
  }
  // The other process answers what may be asked twice, unless its answer had begun; whether the rest was done that was
  // there already, nobody knows.
  if (isSafe) return { outcomes: isUnderWay ? ['done', 'cut'] : ['done'], ms: GIVES_UP_MS + ANSWER_MS };
  if (isUnderWay) return { outcomes: ['done', 'away', 'cut', 'none'], ms: null };
  return { outcomes: ['done', 'away'], ms: fault.isSlow ? null : KNOCK_MS + ANSWER_MS };
}

/** Every answer, by what was away while it was waited for. @returns sentences, none when all is well */
export function checkProbes(probes: readonly Probe[], windows: readonly Window[]): string[] {
  const faults = new Map<string, number>();
  const note = (text: string) => faults.set(text, (faults.get(text) ?? 0) + 1);
  for (const probe of probes) {
    const { what, app, outcome, said } = probe;
    const tookMs = ownTimeOf(probe);
    const during = windowsOf(probe, windows);
    const allowances = during.length > 0 ? during.map((window) => allowanceIn(window, probe)) : [ORDINARY];
    const when =
      during.map(({ fault: { kind, of } }) => (of ? `${kind} (${of})` : kind)).join(', ') || 'nothing';
    if (!allowances.some(({ outcomes }) => outcomes.includes(outcome)))
      note(`${what} on ${app}: ${said || outcome} during ${when}`);
    // How long an ordinary answer takes is no matter of faults.
    const isTimed = during.length > 0 && allowances.every(({ ms }) => ms !== null);
    const most = Math.max(...allowances.map(({ ms }) => ms ?? 0)) + TRANSPORT_MS;
    if (isTimed && tookMs > most)
      note(`${what} on ${app}: only after ${Math.round(tookMs)} ms during ${when}`);
  }
  for (const { fault, healthyAfterMs } of windows)
    if (healthyAfterMs > HEALTHY_MS)
      note(`healthy only ${Math.round(healthyAfterMs)} ms after ${fault.kind}`);
  return [...faults].map(([text, count]) => (count > 1 ? `${text} (${count} times)` : text));
}

/** The longest that an answer took which is bounded while something was away. */
export function longestAnswerMs(probes: readonly Probe[], windows: readonly Window[]): number {
  const bounded = probes.filter((probe) => {
    const during = windowsOf(probe, windows);
    return during.length > 0 && during.every((window) => allowanceIn(window, probe).ms !== null);
  });
  return Math.round(Math.max(0, ...bounded.map(ownTimeOf)));
}

function allowanceIn({ fault, from }: Window, probe: Probe): Allowance {
  return allowanceOf(fault, probe, probe.at < from + UNDER_WAY_MS);
}

/** Without the time in which nobody could have taken the answer. */
function ownTimeOf({ tookMs, heldUpMs }: Probe): number {
  return tookMs - heldUpMs;
}

function windowsOf({ at, tookMs }: Probe, windows: readonly Window[]): Window[] {
  return windows.filter(
    ({ from, until, healthyAfterMs }) =>
      at + tookMs >= from && at <= until + Math.min(healthyAfterMs, HEALTHY_MS) + UNDER_WAY_MS,
  );
}
