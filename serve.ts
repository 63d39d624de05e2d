import type { RequestListener, ServerResponse } from 'node:http';
import { createAdapter } from '@socket.io/cluster-adapter';
import next from 'next';
import { noteForeignOrigin } from '@/lib/core/note-refusal';
import { getDb, isDatabaseAway, isDatabaseFailing, poolOf } from '@/lib/db/client';
import { serverEnv } from '@/lib/env/server-env';
import { shareActionsKey } from '@/lib/env/share-actions-key';
import { JOBS } from '@/lib/jobs/registry';
import { startJobs } from '@/lib/jobs/run';
import { preloadPages } from '@/lib/next/preload-pages';
import { attachRealtime } from '@/lib/realtime/server/attach';
import { createRestHandler } from '@/lib/rest/node';
import { isActionCall, readActionCall } from '@/lib/runtime/action-call';
import { countAfterwards, finishAfterwards } from '@/lib/runtime/afterwards';
import { createAliveAnswer } from '@/lib/runtime/answer-alive';
import { createBuildFiles } from '@/lib/runtime/build-files';
import { parseTrustedProxies } from '@/lib/runtime/client-address';
import { compressAnswer } from '@/lib/runtime/compress-answer';
import { createContext } from '@/lib/runtime/create-context';
import { createDrain } from '@/lib/runtime/drain';
import { orderHead } from '@/lib/runtime/head-order';
import { isStorageThere } from '@/lib/runtime/health';
import { createLimitedServer } from '@/lib/runtime/http-limits';
import { identifyRequest } from '@/lib/runtime/identify-request';
import { isForeignPost } from '@/lib/runtime/is-foreign-post';
import { watchForUncaught } from '@/lib/runtime/last-resort';
import { getLogger } from '@/lib/runtime/logger';
import { mendHost } from '@/lib/runtime/mend-host';
import { mendPath } from '@/lib/runtime/mend-path';
import { mendRouterState } from '@/lib/runtime/mend-router-state';
import { answerAway, sayAwayWhen } from '@/lib/runtime/part-away';
import {
  answerHeaders,
  contentSecurityPolicy,
  createSecurityHeaders,
  setAnswerHeaders,
} from '@/lib/runtime/security-headers';
import { untilCalm } from '@/lib/runtime/until-calm';
import { createVisitorPages } from '@/lib/runtime/visitor-pages/create-visitor-pages';
import { createInsideRenderer } from '@/lib/runtime/visitor-pages/render-inside';
import { createMetricsAnswer } from '@/lib/runtime/watch/answer-metrics';
import { startMetrics } from '@/lib/runtime/watch/metrics';
import { startTracing } from '@/lib/runtime/watch/tracing';
import { watchRequests } from '@/lib/runtime/watch/watch-requests';
import { readAllWorkers, tellFigures } from '@/lib/runtime/watch/worker-metrics';
import { workerSockets } from '@/lib/runtime/workers/worker-sockets';

/**
 * Composition root: environment → Next.js → HTTP → sockets → jobs. Resolves when the port is open.
 *
 * @param opened resolves when the database is as it should be
 * @throws Error when a part or the port is not to be had
 */
export async function serve(opened: Promise<void>): Promise<{ stop(): Promise<void> }> {
  const env = serverEnv();
  const trusted = parseTrustedProxies(env.TRUSTED_PROXIES);
  shareActionsKey(env.NEXTAUTH_SECRET);
  const others = workerSockets(env.WORKER_SOCKETS);
  // The first process does already.
  if (others) watchForUncaught(getLogger);
  const redis = env.REDIS_URL
    ? await (await import('@/lib/runtime/connect-redis')).connectRedis(env.REDIS_URL, getLogger())
    : undefined;
  const app = next({
    dev: env.NODE_ENV === 'development',
    dir: process.cwd(),
    hostname: env.HOST,
    port: env.PORT,
  });
  await app.prepare();
  await opened;
  const handle = app.getRequestHandler();
  const always = answerHeaders(env.NEXTAUTH_URL);
  const answerRest = createRestHandler({
    answerHeaders: always,
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
  const isBuilt = env.NODE_ENV === 'production';
  const answerFile = isBuilt ? createBuildFiles(import.meta.dirname, always) : () => false;
  const answerPage: RequestListener = (request, response) => {
    secure(request, response);
    if (isDatabaseAway(getDb()) && answerAway(request, response)) return;
    sayAwayWhen(() => isDatabaseFailing(getDb()), request, response);
    if (request.url) request.url = mendPath(request.url);
    mendRouterState(request.headers);
    if (isBuilt) {
      compressAnswer(request, response);
      orderHead(response);
    }
    void handle(request, response);
  };
  const refuse = (response: ServerResponse, status: number) => {
    setAnswerHeaders(response, always);
    response.writeHead(status, status === 413 ? { Connection: 'close' } : {}).end();
  };
  const answerAction: RequestListener = (request, response) => {
    readActionCall(request).then(
      (call) => (typeof call === 'number' ? refuse(response, call) : answerPage(call, response)),
      () => response.destroy(),
    );
  };
  const visitorPages = createVisitorPages({
    db: getDb(),
    render: createInsideRenderer((request, response) => {
      identifyRequest(request);
      answerPage(request, response);
    }, new URL(env.NEXTAUTH_URL).host),
    policyOf: (hashes) => contentSecurityPolicy(policy, { hashes }),
  });
  const metrics = startMetrics({
    pool: () => {
      const { totalCount, idleCount, waitingCount } = poolOf(getDb());
      return { total: totalCount, idle: idleCount, waiting: waitingCount };
    },
    isDatabaseThere: () => !isDatabaseAway(getDb()),
    isStorageThere: async () => (await isStorageThere()) === 'ok',
    isRedisThere: () => redis?.isReady(),
    sockets: () => realtime.sockets(),
    afterwards: countAfterwards,
  });
  if (others) tellFigures(metrics);
  const answerAlive = createAliveAnswer(always, () => !drain.isUnderWay());
  const answerMetrics = createMetricsAnswer({
    token: env.METRICS_TOKEN,
    headers: always,
    read: () => (others ? readAllWorkers() : metrics.metrics()),
    logger: getLogger(),
  });
  const httpServer = createLimitedServer((request, response) => {
    identifyRequest(request, trusted);
    mendHost(request, trusted, env.NEXTAUTH_URL);
    if (answerAlive(request, response)) return;
    if (answerMetrics(request, response)) return;
    // Other clients do not pay for a page renderer.
    if (answerRest(request, response)) return;
    if (answerFile(request, response)) return;
    if (isForeignPost(request)) {
      noteForeignOrigin(getLogger(), 'http', String(request.headers['x-request-id']));
      return refuse(response, 403);
    }
    if (isActionCall(request)) return answerAction(request, response);
    const kept = isBuilt && visitorPages(request, response);
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
    answerHeaders: { ...always, 'Cache-Control': 'no-store' },
    sessionPrefix: others?.sessionPrefix,
    ...(others && { cluster: { adapter: createAdapter(HEARTBEAT), isReady: () => true } }),
    ...(redis && { cluster: redis }),
  });
  const drain = createDrain(httpServer, { graceMs: trusted ? BALANCER_MS : 0, patienceMs: 5_000 });
  watchRequests(httpServer, getLogger());
  const stopTracing = env.OTEL_EXPORTER_OTLP_ENDPOINT
    ? await startTracing(httpServer, {
        endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
        service: env.OTEL_SERVICE_NAME,
        logger: getLogger(),
      })
    : undefined;
  await others?.share(httpServer);
  const preload = async () => {
    if (!isBuilt) return;
    await preloadPages(app).then(
      (pages) => getLogger().debug({ pages }, 'pages are loaded'),
      (error) => getLogger().warn({ err: error }, 'pages are loaded when they are asked for'),
    );
  };
  // The other process answers meanwhile.
  if (trusted) await preload();
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(env.PORT, env.HOST, resolve);
  });
  if (!others) getLogger().info({ port: env.PORT }, 'listening');
  // Whoever has waited for this process comes first.
  const begin = trusted ? Promise.resolve() : untilCalm().then(preload);
  const jobs = startJobs(() => createContext({ kind: 'system' }), JOBS, begin);

  /** Stops taking requests, lets those under way finish, then lets go of the parts. */
  const stop = async () => {
    const drained = drain.finish();
    // A long job is not waited for before what people were promised: the next process runs it anew.
    const jobsStopped = jobs.stop();
    await Promise.all([drained, realtime.close()]);
    await app.close();
    await finishAfterwards();
    await jobsStopped;
    await stopTracing?.();
    redis?.close();
    await getDb().$disconnect();
  };
  return { stop };
}

/** What stands before this process learns within this that it takes nothing new. */
const BALANCER_MS = 1_500;

/** A worker that died is noticed within this, by those that wait for its answers. */
const HEARTBEAT = { heartbeatInterval: 1_000, heartbeatTimeout: 3_000 };
