import type { ServerOptions } from 'socket.io';

export interface RedisLink {
  /** for Socket.IO */
  adapter: ServerOptions['adapter'];
  isReady(): boolean;
  /** Called each time when all lines are back after one was away: what was on its way then is lost. */
  onBack(listener: () => void): void;
  close(): void;
}

const KEY = Symbol.for('egodaeyeo.redis');
const shared = globalThis as typeof globalThis & { [KEY]?: RedisLink };

export function setRedis(link: RedisLink): void {
  shared[KEY] = link;
}

/** The link of this process, if it has one; Next.js bundles its own copy of this module. */
export function getRedis(): RedisLink | undefined {
  return shared[KEY];
}
