import { Agent, type OutgoingHttpHeaders, request } from 'node:http';

export interface Load {
  /** answers in a second */
  perSecond: number;
  /** of one answer */
  p50Ms: number;
  p99Ms: number;
}

/** While all connections are opened at once; of a round this short that alone was its p99, of the bare limit as well. */
const OPENING_MS = 200;

/**
 * Asks one address over and over on kept-alive connections. The first moments, in which they are opened, are not counted.
 *
 * @param connections each asks again as soon as it was answered
 * @param forMs that are counted
 * @throws Error when an answer is not 200
 */
export async function load(
  url: string,
  connections: number,
  forMs: number,
  headers: OutgoingHttpHeaders = {},
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const taken: number[] = [];
  const began = performance.now() + OPENING_MS;
  const until = began + forMs;
  const one = async () => {
    while (performance.now() < until) {
      const sent = performance.now();
      await ask(url, agent, headers);
      if (sent >= began) taken.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  taken.sort((a, b) => a - b);
  return { perSecond: taken.length / seconds, p50Ms: percentile(taken, 0.5), p99Ms: percentile(taken, 0.99) };
}

function ask(url: string, agent: Agent, headers: OutgoingHttpHeaders): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (answer) => {
      answer.on('error', reject).on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${answer.statusCode}.`));
      });
      answer.resume();
    });
    sent.on('error', reject).end();
  });
}

/** @param sorted ascending */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

/**
 * Measures two things by turns, so that what disturbs the machine disturbs both.
 *
 * @returns the medians of what each measured
 */
export async function interleaved(
  rounds: number,
  ours: () => Promise<Load>,
  bare: () => Promise<Load>,
): Promise<{ ours: Load; bare: Load }> {
  const [a, b]: [Load[], Load[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    a.push(await ours());
    b.push(await bare());
  }
  return { ours: medians(a), bare: medians(b) };
}

function medians(loads: readonly Load[]): Load {
  return {
    perSecond: median(loads.map(({ perSecond }) => perSecond)),
    p50Ms: median(loads.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(loads.map(({ p99Ms }) => p99Ms)),
  };
}
