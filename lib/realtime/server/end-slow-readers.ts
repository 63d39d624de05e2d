import type { Server } from 'socket.io';

/** Packets that wait for one connection: more than anybody reads in a minute. */
export const MOST_PACKETS = 1_000;

/**
 * Ends a connection that takes nothing while more and more is sent to it: what waits would fill this process's memory.
 * Who comes back asks for what is missing.
 */
export function endSlowReaders(engine: Server['engine'], most = MOST_PACKETS): void {
  engine.on('connection', (connection) => {
    connection.on('packetCreate', () => {
      if (waitingOf(connection) <= most) return;
      connection.removeAllListeners('packetCreate');
      connection.close(true);
    });
  });
}

/** The library keeps them in a field that its types do not show. */
function waitingOf(connection: unknown): number {
  return (connection as { writeBuffer: unknown[] }).writeBuffer.length;
}
