import type { Actor } from '@/lib/core/actor';
import { DomainError } from '@/lib/core/errors';
import { createRates, type Rates } from '@/lib/core/rates';

/** Server actions of one member in one process: more than anybody clicks. */
export const ACTION_RATE = { burst: 200, perSecond: 5 };

const KEY = Symbol.for('egodaeyeo.action-rates');
const shared = globalThis as typeof globalThis & { [KEY]?: Rates };

/**
 * Visitors can write nothing that has no limit of its own, by address.
 *
 * @throws RATE_LIMITED when the member did too much
 */
export function refuseTooManyActions(actor: Actor, nowMs: number): void {
  if (actor.kind !== 'member') return;
  // Next.js bundles copies of this module.
  shared[KEY] ??= createRates(ACTION_RATE);
  if (!shared[KEY].take(actor.id, nowMs)) throw new DomainError('RATE_LIMITED', 'rest.tooMany');
}
