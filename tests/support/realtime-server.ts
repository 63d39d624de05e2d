// The sockets alone in a process of their own, so that a test can kill it: PostgreSQL and Socket.IO, no pages.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { connectDb } from '@/lib/db/client';
import { attachRealtime } from '@/lib/realtime/server/attach';
import { getHub } from '@/lib/realtime/server/hub';
import { connectRedis } from '@/lib/runtime/connect-redis';
import { createVault } from '@/lib/runtime/create-vault';
import { createObjectStorage } from '@/lib/storage/object-storage';
import type { TestParts } from './test-parts';

const { databaseUrl, secret, origin, storage, redisUrl } = JSON.parse(
  process.env.REALTIME_SERVER ?? '{}',
) as {
  databaseUrl: string;
  secret: string;
  origin: string;
  storage: TestParts['storage'];
  redisUrl?: string;
};
const db = connectDb(databaseUrl, 10);
const objects = createObjectStorage(storage);
const log = (fields: object, message: string) => console.error(message, fields);
const silent = () => undefined;
const logger = { debug: silent, info: silent, warn: log, error: log };

function createContext(actor: Actor): ServiceContext {
  const { publish, presence } = getHub();
  return {
    actor,
    requestId: randomUUID(),
    now: () => new Date(),
    db,
    storage: objects,
    publish,
    presence,
    mail: { send: () => Promise.reject(new Error('no letters here')) },
    siteUrl: origin,
    afterwards: (work) => void work(),
    vault: createVault(secret),
    logger,
  };
}

/** What suspending a member publishes, at the word of a test: POST /end?userId=… */
const httpServer = createServer((request, response) => {
  const userId = new URL(request.url ?? '/', origin).searchParams.get('userId');
  if (userId) getHub().publish([{ type: 'sessions.ended', userId }]);
  response.end();
});

async function main() {
  const cluster = redisUrl ? await connectRedis(redisUrl, logger) : undefined;
  attachRealtime({
    httpServer,
    createContext,
    sessionSecret: secret,
    publicOrigin: origin,
    ...(cluster && { cluster }),
    patience: { processesMs: 1_000 },
  });
  httpServer.listen(0, '127.0.0.1', () => {
    process.stdout.write(`${(httpServer.address() as AddressInfo).port}\n`);
  });
}

void main();
