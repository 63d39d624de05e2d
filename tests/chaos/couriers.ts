import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, createConnection } from '@/lib/realtime/client/connection';
import type { Caller } from './caller';
import { APPS, type AppName, type ChaosSite } from './site';

export interface Couriers {
  /** the socket on that process, past nginx */
  connections: Record<AppName, Connection>;
  roomId: string;
  /** Ends when a text that was written after it began on either process was pushed to the other one. @returns ms */
  cross(patienceMs: number): Promise<number>;
  stop(): void;
}

const EVERY_MS = 120;
const ANSWER_MS = 3_000;

/** Two members of one room, each with a socket on a process of their own: what one writes must be pushed to the other. */
export function startCouriers(site: ChaosSite, callers: Record<AppName, Caller>, roomId: string): Couriers {
  /** texts that came from the other process */
  const arrived = new Set<string>();
  const connections = {
    app1: connect(site, callers.app1, arrived),
    app2: connect(site, callers.app2, arrived),
  };

  async function cross(patienceMs: number) {
    const begun = performance.now();
    // They stand where no person does: past nginx, with nowhere else to go.
    for (const connection of Object.values(connections)) if (connection.status() !== 'up') connection.wake();
    const waiting = new Map<AppName, Set<string>>(APPS.map((app) => [app, new Set()]));
    while (waiting.size > 0 && performance.now() - begun < patienceMs) {
      for (const [app, clientIds] of waiting) {
        if ([...clientIds].some((id) => arrived.has(id))) waiting.delete(app);
        else clientIds.add(write(connections[app]));
      }
      await sleep(EVERY_MS);
    }
    arrived.clear();
    return performance.now() - begun;
  }

  function write(connection: Connection): string {
    const clientId = randomUUID();
    void connection.request('message:send', { roomId, clientId, body: clientId }, ANSWER_MS);
    return clientId;
  }

  return {
    connections,
    roomId,
    cross,
    stop() {
      for (const connection of Object.values(connections)) connection.stop();
    },
  };
}

function connect(site: ChaosSite, { app, member, token }: Caller, arrived: Set<string>): Connection {
  const connection = createConnection({
    url: site.apps[app].url,
    manager: { transports: ['websocket'] },
    socket: { auth: { token } },
  });
  connection.onChat({
    'message:new': ({ senderId, clientId }) => {
      if (senderId !== member.id) arrived.add(clientId);
    },
  });
  connection.start();
  return connection;
}
