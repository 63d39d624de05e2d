import { endedSessions } from '@/lib/features/auth/server/ended-sessions';
import type { AnyNamespace, AnySocket } from './serve';
import type { CreateContext } from './types';

/** A socket that only listens is asked for no event, so its session is looked at this often. */
export const WATCH_MS = 30_000;
const AT_ONCE = 1_000;

/**
 * Ends sockets whose session ended without word: what tells the processes of it (Redis, a worker) may have been away.
 *
 * @returns the way to stop
 */
export function watchSessions(
  namespaces: AnyNamespace[],
  createContext: CreateContext,
  everyMs = WATCH_MS,
): () => void {
  let isLooking = false;

  async function look() {
    if (isLooking) return;
    isLooking = true;
    const ctx = createContext({ kind: 'system' });
    try {
      const sockets = namespaces.flatMap((namespace) => [...namespace.sockets.values()]);
      for (let from = 0; from < sockets.length; from += AT_ONCE) {
        await endThose(sockets.slice(from, from + AT_ONCE));
      }
    } catch (error) {
      ctx.logger.warn({ err: error, requestId: ctx.requestId }, 'sessions of sockets could not be looked at');
    } finally {
      isLooking = false;
    }
  }

  async function endThose(sockets: AnySocket[]) {
    const { db, now } = createContext({ kind: 'system' });
    const asked = sockets.map((socket) => ({ ...socket.data.session, socket }));
    for (const { socket } of await endedSessions(db, asked, now())) socket.disconnect(true);
  }

  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
