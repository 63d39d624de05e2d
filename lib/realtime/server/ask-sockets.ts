import type { AnyNamespace } from './serve';

/** A process that died or hangs must not hold up an answer. */
const PATIENCE_MS = 700;

/**
 * Ids of the sockets in a channel, over all processes that answer within 0.7 s.
 *
 * @param except channels whose sockets are left out
 */
export async function askSockets(
  namespace: AnyNamespace,
  channel: string,
  except: string | string[] = [],
): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => resolve([]), PATIENCE_MS);
  });
  const answer = namespace
    .timeout(PATIENCE_MS)
    .in(channel)
    .except(except)
    .fetchSockets()
    .then(
      (sockets) => sockets.map(({ id }) => id),
      () => [],
    );
  const found = await Promise.race([answer, patience]);
  clearTimeout(timer);
  return found;
}
