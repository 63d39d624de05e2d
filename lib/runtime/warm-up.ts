const EVERY_MS = 50;
/** So long without a hold-up, and its code is loaded. */
const CALM_MS = 500;
/** It is not waited for longer: a busy machine is held up now and then for good. */
const MOST_MS = 4_000;

/**
 * Resolves when a process that has just begun has time: Next.js loads the code of its pages one after the other, and each
 * holds up whoever asks meanwhile. 4 s at most.
 */
export function untilWarm(): Promise<void> {
  return new Promise((resolve) => {
    const begun = performance.now();
    let last = begun;
    let calmMs = 0;
    const timer = setInterval(() => {
      const now = performance.now();
      const wasHeldUp = now - last > 2 * EVERY_MS;
      calmMs = wasHeldUp ? 0 : calmMs + (now - last);
      last = now;
      if (calmMs < CALM_MS && now - begun < MOST_MS) return;
      clearInterval(timer);
      resolve();
    }, EVERY_MS);
  });
}
