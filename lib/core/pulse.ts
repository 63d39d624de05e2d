import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';

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
const STEPS = 12;

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
  const limit = new AbortController();
  const over = new Promise<false>((resolve) => {
    limit.signal.addEventListener('abort', () => resolve(false), { once: true });
  });
  // Steps of this process's own time: while it is held up itself (code is loaded, a machine is busy) none pass.
  let left = STEPS;
  const timer = setInterval(() => {
    left -= 1;
    if (left === 0) void endAfterTurn(limit);
  }, patienceMs / STEPS).unref();
  try {
    for (let attempt = 1; attempt <= ATTEMPTS && !limit.signal.aborted; attempt += 1) {
      if (attempt > 1) await sleep(PAUSE_MS, undefined, { ref: false });
      const answer = ask(limit.signal).then(
        () => true,
        () => false,
      );
      if (await Promise.race([answer, over])) return true;
    }
    return false;
  } finally {
    clearInterval(timer);
  }
}

/** Where this process itself was held up, the answer lies there unread: it is read before time is called. */
async function endAfterTurn(limit: AbortController) {
  await turn();
  await turn();
  limit.abort();
}
