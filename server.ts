import cluster from 'node:cluster';
import { createServer, type RequestListener } from 'node:http';
import { createAdapter } from '@socket.io/cluster-adapter';
import next from 'next';
import { getDb } from '@/lib/db/client';
import { takePlace } from '@/lib/db/process-place';
import { serverEnv } from '@/lib/env/server-env';
import { shareActionsKey } from '@/lib/env/share-actions-key';
import { startJobs } from '@/lib/jobs/run';
import { attachRealtime } from '@/lib/realtime/server/attach';
import { createRestHandler } from '@/lib/rest/node';
import { finishAfterwards } from '@/lib/runtime/afterwards';
import { parseTrustedProxies } from '@/lib/runtime/client-address';
import { connectRedis } from '@/lib/runtime/connect-redis';
import { createContext } from '@/lib/runtime/create-context';
import { identifyRequest } from '@/lib/runtime/identify-request';
import { isForeignPost } from '@/lib/runtime/is-foreign-post';
import { getLogger } from '@/lib/runtime/logger';
import { mendPath } from '@/lib/runtime/mend-path';
import { contentSecurityPolicy, createSecurityHeaders } from '@/lib/runtime/security-headers';
import { createVisitorPages } from '@/lib/runtime/visitor-pages/create-visitor-pages';
import { createInsideRenderer } from '@/lib/runtime/visitor-pages/render-inside';
import { runPrimary } from '@/lib/runtime/workers/run-primary';
import { defaultWorkerCount, poolSizeOf } from '@/lib/runtime/workers/worker-count';
import { workerSockets } from '@/lib/runtime/workers/worker-sockets';

/** One process alone, or a primary with workers that share its port (WEB_CONCURRENCY). */
async function main() {
  if (cluster.isWorker) {
    stopWith((await serve()).stop, PATIENCE_MS);
    process.send?.('ready');
    return;
  }
  const env = serverEnv();
  const count = env.NODE_ENV === 'development' ? 1 : (env.WEB_CONCURRENCY ?? defaultWorkerCount());
  const place = await takePlace({
    databaseUrl: env.DATABASE_URL,
    isShared: env.REDIS_URL !== undefined,
    onLost: (reason) => {
      getLogger().error({}, reason.message);
      process.kill(process.pid, 'SIGTERM');
    },
  });
  const poolSize = env.DATABASE_POOL_SIZE ?? poolSizeOf(count);
  const { stop } = count === 1 ? await serve() : await runPrimary({ count, poolSize, logger: getLogger() });
  if (count > 1) getLogger().info({ port: env.PORT, workers: count }, 'listening');
  const stopAll = () => stop().then(place.leave);
  stopWith(stopAll, count === 1 ? PATIENCE_MS : PATIENCE_MS + 2_000);
  process.send?.('ready');
}

/** Stops once, at a signal, or when the parent was killed: it can stop nothing then. */
function stopWith(stop: () => Promise<void>, patienceMs: number) {
  let stopping: Promise<void> | undefined;
  const begin = () => {
    if (stopping) return;
    setTimeout(() => process.exit(1), patienceMs).unref();
    stopping = stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, begin);
  process.on('disconnect', begin);
}

/** Composition root: environment → Next.js → HTTP → sockets → jobs. */
async function serve() {
  const env = serverEnv();
  const trusted = parseTrustedProxies(env.TRUSTED_PROXIES);
  shareActionsKey(env.NEXTAUTH_SECRET);
  const others = workerSockets(env.WORKER_SOCKETS);
  const redis = env.REDIS_URL ? await connectRedis(env.REDIS_URL, getLogger()) : undefined;
  const app = next({
    dev: env.NODE_ENV === 'development',
    dir: process.cwd(),
    hostname: env.HOST,
    port: env.PORT,
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  const answerRest = createRestHandler({
    createContext,
    sessionSecret: env.NEXTAUTH_SECRET,
    rate: { requests: env.API_REQUESTS_PER_MINUTE, windowSeconds: 60 },
  });
  const policy = {
    siteUrl: env.NEXTAUTH_URL,
    storageUrl: env.S3_PUBLIC_URL,
    isDev: env.NODE_ENV === 'development',
    ...(env.KAKAO_CLIENT_ID && { signInUrl: env.KAKAO_AUTH_URL }),
  };
  const secure = createSecurityHeaders(policy);
  const answerPage: RequestListener = (request, response) => {
    secure(request, response);
    if (request.url) request.url = mendPath(request.url);
    void handle(request, response);
  };
  const visitorPages = createVisitorPages({
    db: getDb(),
    render: createInsideRenderer((request, response) => {
      identifyRequest(request);
      answerPage(request, response);
    }, new URL(env.NEXTAUTH_URL).host),
    policyOf: (hashes) => contentSecurityPolicy(policy, { hashes }),
  });
  const httpServer = createServer((request, response) => {
    identifyRequest(request, trusted);
    // Other clients do not pay for a page renderer.
    if (answerRest(request, response)) return;
    if (isForeignPost(request)) return void response.writeHead(403).end();
    const kept = env.NODE_ENV === 'production' && visitorPages(request, response);
    if (!kept) return answerPage(request, response);
    kept.then(
      (isAnswered) => isAnswered || answerPage(request, response),
      (error) => {
        getLogger().warn({ err: error, requestId: request.headers['x-request-id'] }, 'no kept page');
        answerPage(request, response);
      },
    );
  });
  const realtime = attachRealtime({
    httpServer,
    createContext,
    sessionSecret: env.NEXTAUTH_SECRET,
    publicOrigin: new URL(env.NEXTAUTH_URL).origin,
    sessionPrefix: others?.sessionPrefix,
    ...(others && { cluster: { adapter: createAdapter(HEARTBEAT), isReady: () => true } }),
    ...(redis && { cluster: redis }),
  });
  await others?.share(httpServer);
  const jobs = startJobs(() => createContext({ kind: 'system' }));
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(env.PORT, env.HOST, resolve);
  });
  if (!others) getLogger().info({ port: env.PORT }, 'listening');

  /** Stops taking requests, lets those under way finish, then lets go of the parts. */
  const stop = async () => {
    await jobs.stop();
    const closed = new Promise<void>((resolve) => httpServer.close(() => resolve()));
    await realtime.close();
    httpServer.closeIdleConnections();
    setTimeout(() => httpServer.closeAllConnections(), 5_000).unref();
    await closed;
    await app.close();
    await finishAfterwards();
    redis?.close();
    await getDb().$disconnect();
  };
  return { stop };
}

/** How long a process may take to stop; the first one waits a little longer for its workers. */
const PATIENCE_MS = 12_000;

/** A worker that died is noticed within this, by those that wait for its answers. */
const HEARTBEAT = { heartbeatInterval: 1_000, heartbeatTimeout: 3_000 };

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
