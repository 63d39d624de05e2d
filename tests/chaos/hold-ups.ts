export interface HoldUps {
  /** how much of that time this process was held up, ms */
  during(from: number, until: number): number;
  stop(): void;
}

const EVERY_MS = 50;
/** A timer is never quite on time. */
const USUAL_MS = 10;

/** Notes when this process has no time: a machine that has none for it has none for those whom it asks either. */
export function watchHoldUps(): HoldUps {
  const late: { from: number; until: number }[] = [];
  let dueAt = Date.now() + EVERY_MS;
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - dueAt > USUAL_MS) late.push({ from: dueAt, until: now });
    dueAt = now + EVERY_MS;
  }, EVERY_MS);
  return {
    during: (from, until) =>
      late.reduce(
        (total, one) => total + Math.max(0, Math.min(until, one.until) - Math.max(from, one.from)),
        0,
      ),
    stop: () => clearInterval(timer),
  };
}
