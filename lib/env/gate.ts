/** Environment name: 'closed' for a server that is started while its database is still made ready. */
export const GATE = 'EGODAEYEO_GATE';

const ASKED = 'may it open';
const OPEN = 'it is open';

interface Child {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  send(message: string, done: (error: Error | null) => void): unknown;
}

let opened: Promise<void> | undefined;

/** Resolves when this process may ask the database: at once, unless its parent has closed the gate. */
export function untilOpen(): Promise<void> {
  opened ??= new Promise((resolve) => {
    if (process.env[GATE] !== 'closed') return resolve();
    // Without a parent nobody opens it any more.
    const giveUp = () => process.exit(1);
    process.once('disconnect', giveUp);
    process.on('message', (message) => {
      if (message !== OPEN) return;
      process.off('disconnect', giveUp);
      resolve();
    });
    // The parent answers instead of telling by itself: what it says before anybody listens is lost.
    process.send?.(ASKED);
  });
  return opened;
}

/** Tells a child that asks, once the gate is open. One that is gone needs no answer. */
export function keepGate(child: Child, gate: Promise<void>): void {
  child.on('message', (message) => {
    if (message === ASKED) void gate.then(() => child.send(OPEN, () => undefined));
  });
}
