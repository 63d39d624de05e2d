import type { AnySocket } from './serve';

/** A page that leaves both namespaces ends its connection by itself. */
const PATIENCE_MS = 10_000;
const served = new WeakMap<AnySocket['conn'], number>();

/** Ends a connection that has been in no namespace for 10 s: it would count for nobody, and live for ever. */
export function closeUnused(socket: AnySocket, patienceMs = PATIENCE_MS): void {
  const { conn } = socket;
  served.set(conn, (served.get(conn) ?? 0) + 1);
  socket.once('disconnect', () => {
    served.set(conn, (served.get(conn) ?? 1) - 1);
    if (conn.readyState !== 'open') return;
    const timer = setTimeout(() => served.get(conn) === 0 && conn.close(), patienceMs);
    timer.unref();
    conn.once('close', () => clearTimeout(timer));
  });
}
