import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import type { Logger } from '@/lib/core/logger';
import { type RedisLink, setRedis } from './redis-link';

type RedisClient = ReturnType<typeof createClient>;
/** What of a client, with whatever modules, is watched. */
interface Line {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'ready', listener: () => void): unknown;
  duplicate(...args: never[]): Line;
}

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
  const lines = watchLines(logger);
  lines.watch(client);
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
    onBack: lines.onBack,
    close: () => client.destroy(),
  };
  setRedis(link);
  return link;
}

/** The adapter opens lines of its own for reading, as duplicates of the one it is given. */
function watchLines(logger: Logger) {
  const away = new Set<Line>();
  const listeners: (() => void)[] = [];

  function watch(client: Line) {
    client.on('error', (error: Error) => {
      if (away.size === 0) logger.warn({ err: error }, 'Redis is away: live push between processes waits');
      away.add(client);
    });
    client.on('ready', () => {
      if (!away.delete(client) || away.size > 0) return;
      logger.info({}, 'Redis is back');
      for (const listener of listeners) listener();
    });
    const duplicate = client.duplicate.bind(client);
    Object.defineProperty(client, 'duplicate', {
      value: (...args: Parameters<typeof duplicate>) => {
        const line = duplicate(...args);
        watch(line);
        return line;
      },
    });
  }

  return { watch, onBack: (listener: () => void) => void listeners.push(listener) };
}

/** The adapter does not wait for its publications: one that fails must not be an unhandled rejection. */
function quietly(client: RedisClient) {
  const publish = client.publish.bind(client);
  const value = (...args: Parameters<typeof publish>) => publish(...args).catch(() => 0);
  Object.defineProperty(client, 'publish', { value });
}
