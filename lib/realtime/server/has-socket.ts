import { userChannel } from './rooms';
import type { AnyNamespace } from './serve';

/** A process that died or hangs must not hold up an answer. */
const PATIENCE_MS = 700;

/**
 * Whether any socket is in a channel, over all processes that answer within 0.7 s.
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
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answer = namespace
    .timeout(PATIENCE_MS)
    .in(channel)
    .except(exceptUserId ? userChannel(exceptUserId) : [])
    .fetchSockets()
    .then(
      (sockets) => sockets.length > 0,
      () => false,
    );
  const found = await Promise.race([answer, patience]);
  clearTimeout(timer);
  return found;
}
