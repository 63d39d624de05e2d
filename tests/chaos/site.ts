import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDb, type Db } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { loadReference } from '@/prisma/seed/reference/load';
import { findProgram } from '@/scripts/test/tools';
import { prepareNginx } from '@/tests/support/nginx';
import { STORE } from '@/tests/support/object-store';
import { SECRET } from '@/tests/support/realtime-env';
import { freePort } from '@/tests/support/start-product';
import { type AppSite, prepareApp, startAppPart } from './app-part';
import { startBalancer } from './balancer';
import { type FaultProxy, startFaultProxy } from './fault-proxy';
import { type Part, type StoppablePart, startPart } from './part';
import { startPostgresPart } from './postgres-part';

export const APPS = ['app1', 'app2'] as const;
export type AppName = (typeof APPS)[number];
export type PartName = AppName | 'postgres' | 'redis' | 'store';
export interface ChaosSite {
  /** behind nginx, both processes */
  url: string;
  /** of the processes */
  env: NodeJS.ProcessEnv;
  /** past all faults but those of PostgreSQL itself */
  db: Db;
  parts: Record<PartName, Part> & Record<AppName, StoppablePart>;
  apps: Record<AppName, AppSite>;
  /** between people and nginx, and between people and the bucket */
  outside: Record<'web' | 'bucket', FaultProxy>;
  /** Which process an answer came from, by the header of tests/support/nginx.ts; null when from none. */
  appOf(servedBy: string | undefined): AppName | null;
  stop(): Promise<void>;
}

/** Which process a person comes to: as deploy/nginx has it, over TLS; or as their cookie `person` says, over HTTP. */
export type Balance = 'by-address' | 'by-person';

/**
 * The built product as DEPLOY.md has it run: two processes behind nginx with one PostgreSQL, one Redis and one object
 * store, each a process of its own, each behind a link that can be spoilt.
 *
 * @param hasNginxLines whether those from nginx to a process can be: they take connections also for one that takes none
 *   any more, as no process does that is replaced
 */
export async function startChaosSite(
  balance: Balance = 'by-address',
  hasNginxLines = true,
): Promise<ChaosSite> {
  const folder = await mkdtemp(join(tmpdir(), 'egodaeyeo-chaos-'));
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const keep = <T extends { stop(): Promise<unknown> }>(one: T): T => {
    stops.push(() => one.stop());
    return one;
  };
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    return { ...(await startAll(folder, keep, balance, hasNginxLines)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Keep = <T extends { stop(): Promise<unknown> }>(one: T) => T;

async function startAll(
  folder: string,
  keep: Keep,
  balance: Balance,
  hasNginxLines: boolean,
): Promise<Omit<ChaosSite, 'stop'>> {
  const postgres = keep(await startPostgresPart(join(folder, 'postgres')));
  await migrate(postgres.url, 'prisma/migrations');
  const db = connectDb(postgres.url, 4);
  keep({ stop: () => db.$disconnect() });
  await loadReference(db);
  const redisPort = await freePort();
  const redis = keep(await startRedisPart(redisPort, folder));
  const storePort = await freePort();
  const store = keep(await startStorePart(storePort, join(folder, 'objects')));

  const ports = { http: await freePort(), https: await freePort() };
  const isByPerson = balance === 'by-person';
  const link = async (port: number, keepsAddress = false) =>
    keep(await startFaultProxy({ host: '127.0.0.1', port, keepsAddress }));
  const web = await link(isByPerson ? ports.http : ports.https, true);
  const bucket = await link(storePort);
  const url = `${isByPerson ? 'http' : 'https'}://localhost:${web.port}`;
  const common = {
    NODE_ENV: 'production' as const,
    LOG_LEVEL: process.env.CHAOS_LOG ?? 'error',
    WEB_CONCURRENCY: '1',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    S3_REGION: STORE.region,
    S3_BUCKET: STORE.bucket,
    S3_ACCESS_KEY_ID: STORE.accessKeyId,
    S3_SECRET_ACCESS_KEY: STORE.secretAccessKey,
    S3_PUBLIC_URL: `http://127.0.0.1:${bucket.port}/${STORE.bucket}`,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: SECRET,
    TRUSTED_PROXIES: '1',
    API_REQUESTS_PER_MINUTE: '100000',
  };

  const prepare = () => prepareApp(link, common, { postgresUrl: postgres.url, redisPort, storePort });
  const apps = { app1: await prepare(), app2: await prepare() };
  const [app1, app2] = await Promise.all([startAppPart(apps.app1), startAppPart(apps.app2)]);
  keep(app1);
  keep(app2);
  const addressOf = (name: AppName) =>
    `127.0.0.1:${(hasNginxLines ? apps[name].lines.nginx : apps[name]).port}`;
  if (isByPerson) keep(await startBalancer(folder, ports.http, [addressOf('app1'), addressOf('app2')]));
  else {
    const objects = `127.0.0.1:${storePort}`;
    const upstreams = { app1: addressOf('app1'), app2: addressOf('app2'), objects };
    const nginx = await prepareNginx({ upstreams, ports });
    keep({ stop: nginx.remove });
    keep({ stop: await nginx.start() });
  }
  return {
    url,
    env: apps.app1.env,
    db,
    parts: { app1, app2, postgres, redis, store },
    apps,
    outside: { web, bucket },
    // Of two that were tried, the last one answered.
    appOf: (servedBy) => APPS.find((name) => servedBy?.endsWith(addressOf(name))) ?? null,
  };
}

function startRedisPart(port: number, folder: string): Promise<Part> {
  const program = findProgram('redis-server');
  if (!program) throw new Error('redis-server is not installed.');
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  return startPart(
    () => ({ program, args }),
    (line) => line.includes('Ready to accept connections'),
  );
}

function startStorePart(port: number, dataDir: string): Promise<Part> {
  const args = ['--import', 'tsx', 'tests/support/object-store-process.ts', dataDir, String(port)];
  return startPart(
    () => ({ program: process.execPath, args }),
    (line) => line.startsWith('http'),
  );
}
