/** What is counted, with the labels of each; their values are few by design: patterns and codes, never ids or words. */
export interface Counts {
  http_requests: { method: string; route: string; status: string };
  /** way: rest, socket, action */
  refusals: { way: string; code: string; reason: string };
  socket_events: { event: string; outcome: string };
  /** told to sockets after a commit */
  domain_events: { type: string };
  job_runs: { job: string; outcome: 'done' | 'failed' | 'elsewhere' };
  kept_pages: { outcome: 'kept' | 'made' | 'none' };
}

/** What is timed, in seconds. */
export interface Times {
  http_request_seconds: { route: string };
  socket_event_seconds: { event: string };
}

export interface Meter {
  count<N extends keyof Counts>(name: N, labels: Counts[N]): void;
  observe<N extends keyof Times>(name: N, labels: Times[N], seconds: number): void;
  /** The job did its work now. */
  succeeded(job: string): void;
}

const KEY = Symbol.for('egodaeyeo.meter');
const shared = globalThis as typeof globalThis & { [KEY]?: Meter };

/** Next.js bundles its own copy of this module, so the meter lives on globalThis. */
export function setMeter(meter: Meter): void {
  shared[KEY] = meter;
}

/** The meter of this process; in one that serves nobody, one that forgets. */
export function getMeter(): Meter {
  return shared[KEY] ?? FORGETS;
}

const FORGETS: Meter = { count: () => undefined, observe: () => undefined, succeeded: () => undefined };
