import { DomainError } from '@/lib/core/errors';
import { askSockets } from './ask-sockets';
import { userChannel } from './rooms';
import type { AnySocket } from './serve';

/** Sockets of one member in one namespace: more open windows than anybody has. */
export const MOST_SOCKETS = 20;

/**
 * Puts a socket that is about to connect into its member's channel, if there is room. A socket that is refused or goes
 * away before it is connected leaves by itself. Other processes are asked only when the member has a socket here already,
 * so that most connections cost nothing: each other process may come to add one to the 20, and those that begin in the
 * same moment on several of them, which see each other too late.
 *
 * @throws RATE_LIMITED when the member has 20 already
 */
export async function takeSeat(socket: AnySocket, userId: string, canAsk: () => boolean): Promise<void> {
  const { nsp } = socket;
  const channel = userChannel(userId);
  const here = nsp.adapter.rooms.get(channel)?.size ?? 0;
  if (here >= MOST_SOCKETS) throw tooMany();
  void socket.join(channel);
  if (here === 0 || !canAsk()) return;
  const elsewhere = (await askSockets(nsp, channel)).filter((id) => !nsp.sockets.has(id));
  if (here + elsewhere.length >= MOST_SOCKETS) throw tooMany();
}

function tooMany() {
  return new DomainError('RATE_LIMITED', 'chat.tooManySockets');
}
