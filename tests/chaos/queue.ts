/**
 * Does one step after the other, each at the earliest so long after it was given as `delayMs` says then: a step that need
 * not wait still comes after one that does.
 */
export function createQueue(delayMs: () => number): (step: () => void) => void {
  const waiting: { step: () => void; dueAt: number }[] = [];
  let isRunning = false;

  function run() {
    for (let next = waiting[0]; next && next.dueAt <= performance.now(); next = waiting[0]) {
      waiting.shift();
      next.step();
    }
    isRunning = waiting[0] !== undefined;
    if (waiting[0]) setTimeout(run, waiting[0].dueAt - performance.now());
  }

  return (step) => {
    const ms = delayMs();
    if (waiting.length === 0 && ms === 0) return step();
    waiting.push({ step, dueAt: performance.now() + ms });
    if (!isRunning) setTimeout(run, ms);
    isRunning = true;
  };
}
