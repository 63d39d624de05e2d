import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from './caller';

export interface Probe {
  at: number;
  what: string;
  /** 0: no answer at all */
  status: number;
  tookMs: number;
}

const EVERY_MS = 250;
const ASKED: { what: string; path: string; headers?: Record<string, string> }[] = [
  { what: 'list', path: '/api/v1/items?limit=1' },
  { what: 'me', path: '/api/v1/me' },
  { what: 'page', path: '/', headers: { accept: 'text/html' } },
  { what: 'search page', path: '/search?q=없는말', headers: { accept: 'text/html' } },
];

/** Asks small things of both processes all the time, and writes down what came and after how long. */
export function startProbes(callers: readonly Caller[], isOver: () => boolean) {
  const probes: Probe[] = [];

  async function run(caller: Caller, { what, path, headers }: (typeof ASKED)[number]) {
    while (!isOver()) {
      const at = Date.now();
      const begun = performance.now();
      const status = await caller.ask('GET', encodeURI(path), undefined, headers).then(
        (answer) => answer.status,
        () => 0,
      );
      probes.push({ at, what, status, tookMs: performance.now() - begun });
      await sleep(EVERY_MS);
    }
  }

  const done = Promise.all(callers.flatMap((caller) => ASKED.map((asked) => run(caller, asked))));
  return { probes, done };
}
