import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import type { Logger } from '@/lib/core/logger';
import { type RedisLink, setRedis } from './redis-link';

const PATIENCE_MS = 3_000;
/** Pushes that wait for Redis to return; clients fetch what they miss, so more would only take memory. */
const QUEUE_LENGTH = 5_000;

/**
 * Joins the processes that share a Redis. Its absence stops nothing: live push waits for it, and the link mends itself.
 *
 * @returns when connected, or after 3 s without
 */
export async function connectRedis(url: string, logger: Logger): Promise<RedisLink> {
  const client = createClient({
    url,
    commandsQueueMaxLength: QUEUE_LENGTH,
    pingInterval: 5_000,
    socket: {
      connectTimeout: 2_000,
      keepAlive: true,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** Math.min(tries, 5), 1_000) + Math.random() * 200,
    },
  });
  let wasReady = true;
  client.on('error', (error: Error) => {
    if (wasReady) logger.warn({ err: error }, 'Redis is away: live push between processes waits');
    wasReady = false;
  });
  client.on('ready', () => {
    if (!wasReady) logger.info({}, 'Redis is back');
    wasReady = true;
  });
  quietly(client);
  const connected = client.connect().catch(() => undefined);
  await Promise.race([connected, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
  const link: RedisLink = {
    adapter: createAdapter(client, {
      streamName: 'egodaeyeo',
      channelPrefix: 'egodaeyeo',
      onlyPlaintext: true,
    }),
    isReady: () => client.isReady,
    close: () => client.destroy(),
  };
  setRedis(link);
  return link;
}

/** The adapter does not wait for its publications: one that fails must not be an unhandled rejection. */
function quietly(client: ReturnType<typeof createClient>) {
  const publish = client.publish.bind(client);
  const value = (...args: Parameters<typeof publish>) => publish(...args).catch(() => 0);
  Object.defineProperty(client, 'publish', { value });
}
