/** Runs one at a time; asked while it runs, it runs once more afterwards. */
export function singleFlight(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  async function loop() {
    do {
      isAskedAgain = false;
      await run();
    } while (isAskedAgain);
    running = null;
  }
  return () => {
    if (running) isAskedAgain = true;
    else running = loop();
    return running ?? Promise.resolve();
  };
}
