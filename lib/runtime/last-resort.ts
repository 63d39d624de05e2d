import type pino from 'pino';

/**
 * What nobody caught (OWASP ASVS 5.0, 16.5.4), as lines of the log with everything masked that the log masks. After an
 * exception nobody knows what state the program is in: the process ends, and another takes its place. A promise that
 * nobody waited for is a failure of one page, since Next.js begins reading before it knows whether the page wants it: the
 * process lives, or whoever finds such a page could end it.
 *
 * Call it before Next.js is there: its own listeners print errors whole and let the process live.
 */
export function watchForUncaught(getLogger: () => pino.Logger): void {
  process.on('uncaughtException', (error) => {
    getLogger().fatal({ err: error }, 'uncaught: this process ends');
    process.exit(1);
  });
  const onRejection = (reason: unknown) => getLogger().error({ err: reason }, 'nobody waited for this');
  process.on('unhandledRejection', onRejection);
  // Next.js adds no listener of its own where one lies here.
  Object.assign(globalThis, { [Symbol.for('next.unhandledRejectionListener')]: onRejection });
}
