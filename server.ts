import { createServer, type RequestListener } from 'node:http';
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

/** Composition root: environment → Next.js → HTTP → sockets → jobs. */
async function main() {
  const env = serverEnv();
  const trusted = parseTrustedProxies(env.TRUSTED_PROXIES);
  shareActionsKey(env.NEXTAUTH_SECRET);
  const place = await takePlace({
    databaseUrl: env.DATABASE_URL,
    isShared: env.REDIS_URL !== undefined,
    onLost: (reason) => {
      getLogger().error({}, reason.message);
      process.kill(process.pid, 'SIGTERM');
    },
  });
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
    ...(redis && { cluster: redis }),
  });
  const jobs = startJobs(() => createContext({ kind: 'system' }));
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(env.PORT, env.HOST, resolve);
  });
  process.send?.('ready');
  getLogger().info({ port: env.PORT }, 'listening');

  /** Stops taking requests, lets those under way finish, then lets go of the parts. */
  const stop = async () => {
    setTimeout(() => process.exit(1), 12_000).unref();
    await jobs.stop();
    const closed = new Promise<void>((resolve) => httpServer.close(() => resolve()));
    await realtime.close();
    httpServer.closeIdleConnections();
    setTimeout(() => httpServer.closeAllConnections(), 5_000).unref();
    await closed;
    await app.close();
    await finishAfterwards();
    redis?.close();
    await place.leave();
    await getDb().$disconnect();
    process.exit(0);
  };
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => (stopping ??= stop()));
  // A parent that was killed can stop nothing: this process then goes by itself.
  process.on('disconnect', () => (stopping ??= stop()));
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
