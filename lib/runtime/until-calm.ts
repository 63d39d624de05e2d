import { type EventLoopUtilization, performance } from 'node:perf_hooks';

const EVERY_MS = 50;
/** So long with little to do, and nobody is waiting for anything that takes long. */
const CALM_MS = 500;
/** Of its time: what a process has to do that waits. */
const LITTLE = 0.2;
/** It is not waited for longer: a busy machine is never calm. */
const MOST_MS = 4_000;

/** Resolves when this process has had little to do for half a second. 4 s at most. */
export function untilCalm(): Promise<void> {
  return new Promise((resolve) => {
    const begun = performance.now();
    let last: EventLoopUtilization = performance.eventLoopUtilization();
    let calmSince = begun;
    const timer = setInterval(() => {
      const now = performance.now();
      const current = performance.eventLoopUtilization();
      if (performance.eventLoopUtilization(current, last).utilization > LITTLE) calmSince = now;
      last = current;
      if (now - calmSince < CALM_MS && now - begun < MOST_MS) return;
      clearInterval(timer);
      resolve();
    }, EVERY_MS);
  });
}
