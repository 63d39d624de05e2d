import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyNamespace } from './serve';

/** Several processes, and several links of each, are back at about the same time. */
const SETTLE_MS = 300;
/** A thousand connections a second: every one of them signs in again. */
const AT_ONCE = 50;
const PAUSE_MS = 50;
const WORD = 'join:anew';

export interface JoinAnew {
  /** the clients of this process */
  here(): void;
  everywhere(): void;
}

/**
 * Lets clients connect again, and so ask for what they missed: a push that was under way when the link between the
 * processes broke, or when one of them died, has reached nobody, and nobody can say whose it was.
 *
 * @param namespaces which share their connections; the first one carries the word
 */
export function createJoinAnew(namespaces: [AnyNamespace, ...AnyNamespace[]]): JoinAnew {
  const [first] = namespaces;
  let timer: NodeJS.Timeout | undefined;

  function here() {
    clearTimeout(timer);
    timer = setTimeout(() => void closeThose(connectionsOf(namespaces)), SETTLE_MS);
    timer.unref();
  }

  first.on(WORD, here);
  return {
    here,
    everywhere() {
      here();
      first.serverSideEmit(WORD);
    },
  };
}

function connectionsOf(namespaces: AnyNamespace[]) {
  return [...new Set(namespaces.flatMap(({ sockets }) => [...sockets.values()].map(({ conn }) => conn)))];
}

/** The connection, not the socket: clients of Socket.IO come back by themselves after that. */
async function closeThose(connections: ReturnType<typeof connectionsOf>) {
  for (let from = 0; from < connections.length; from += AT_ONCE) {
    for (const connection of connections.slice(from, from + AT_ONCE)) connection.close();
    await sleep(PAUSE_MS, undefined, { ref: false });
  }
}
