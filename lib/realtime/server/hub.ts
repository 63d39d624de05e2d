import type { Presence } from '@/lib/core/context';
import type { DomainEvent } from '@/lib/core/events';

/** The sockets of this process, as the domain's adapters see them. */
export interface Hub {
  publish: (events: DomainEvent[]) => void;
  presence: Presence;
}

const KEY = Symbol.for('egodaeyeo.hub');
const shared = globalThis as typeof globalThis & { [KEY]?: Hub };

/** Next.js bundles its own copy of this module, so the hub lives on globalThis. */
export function setHub(hub: Hub | undefined): void {
  shared[KEY] = hub;
}

/** The hub; in a process without sockets (a script, a job runner) one that reaches nobody. */
export function getHub(): Hub {
  return shared[KEY] ?? NOBODY;
}

const NOBODY: Hub = {
  publish: () => undefined,
  presence: { isInRoom: async () => false, isPartnerInRoom: async () => false },
};
