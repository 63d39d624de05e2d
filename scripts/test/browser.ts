import { runJest } from './jest';
import type { Outcome } from './run';

/** Browser tests against the product as `npm start` runs it (tests/support/product-setup.mjs starts it). */
export function runBrowserTests(): Promise<Outcome> {
  return runJest(['e2e']);
}
