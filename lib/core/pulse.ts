import { setTimeout as sleep } from 'node:timers/promises';
import { ownPatience } from './own-patience';

export interface Pulse {
  /** true from the first question that had no answer until one is answered again */
  isAway(): boolean;
  stop(): void;
}

interface PulseOptions {
  /** One small question to the part. `signal` ends it when its time is over. */
  ask(signal: AbortSignal): Promise<unknown>;
  /** pause between an answer and the next question */
  everyMs: number;
  /** a part that has not answered by then counts as away; one that refuses does, when it does so twice */
  patienceMs: number;
  onAway(): void;
  onBack(): void;
}

/** A refusal may be one connection's alone. */
const ATTEMPTS = 2;
const PAUSE_MS = 50;

/**
 * Asks a part whether it is there, again and again: a part that hangs refuses nothing, and whoever waits for it waits as
 * long as the part likes. Its absence is known `everyMs + patienceMs` after it began, at the latest.
 */
export function createPulse({ ask, everyMs, patienceMs, onAway, onBack }: PulseOptions): Pulse {
  const stopped = new AbortController();
  let away = false;

  async function run() {
    while (!stopped.signal.aborted) {
      const isThere = await answers(ask, patienceMs);
      if (stopped.signal.aborted) return;
      if (isThere === away) {
        away = !isThere;
        (away ? onAway : onBack)();
      }
      await sleep(everyMs, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);
    }
  }

  void run();
  return { isAway: () => away, stop: () => stopped.abort() };
}

async function answers(ask: PulseOptions['ask'], patienceMs: number): Promise<boolean> {
  const { signal, stop } = ownPatience(patienceMs);
  const over = new Promise<false>((resolve) => {
    signal.addEventListener('abort', () => resolve(false), { once: true });
  });
  try {
    for (let attempt = 1; attempt <= ATTEMPTS && !signal.aborted; attempt += 1) {
      if (attempt > 1) await sleep(PAUSE_MS, undefined, { ref: false });
      const answer = ask(signal).then(
        () => true,
        () => false,
      );
      if (await Promise.race([answer, over])) return true;
    }
    return false;
  } finally {
    stop();
  }
}
