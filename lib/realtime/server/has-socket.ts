import { askSockets } from './ask-sockets';
import { userChannel } from './rooms';
import type { AnyNamespace } from './serve';

/**
 * Whether any socket is in a channel, over all processes that answer in time.
 *
 * @param canAsk false while there are no other processes or they cannot be reached
 * @param exceptUserId of whom sockets do not count
 */
export async function hasSocket(
  namespace: AnyNamespace,
  channel: string,
  canAsk: () => boolean,
  exceptUserId?: string,
): Promise<boolean> {
  for (const id of namespace.adapter.rooms.get(channel) ?? []) {
    if (namespace.sockets.get(id)?.data.userId !== exceptUserId) return true;
  }
  if (!canAsk()) return false;
  const found = await askSockets(namespace, channel, exceptUserId ? userChannel(exceptUserId) : []);
  return found.length > 0;
}
