import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDb, type Db } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { loadReference } from '@/prisma/seed/reference/load';
import { serverEntry } from '@/scripts/start/server-entry';
import { findProgram } from '@/scripts/test/tools';
import { prepareNginx } from '@/tests/support/nginx';
import { STORE } from '@/tests/support/object-store';
import { SECRET } from '@/tests/support/realtime-env';
import { freePort } from '@/tests/support/start-product';
import { startBalancer } from './balancer';
import { type FaultProxy, startFaultProxy } from './fault-proxy';
import { type Part, type StoppablePart, startPart } from './part';
import { startPostgresPart } from './postgres-part';

export type PartName = 'app1' | 'app2' | 'postgres' | 'redis' | 'store';
export type LinkName = 'postgres' | 'redis' | 'store' | 'web';

export interface ChaosSite {
  /** behind nginx, both processes */
  url: string;
  /** the bucket as browsers reach it */
  storeUrl: string;
  /** of the processes */
  env: NodeJS.ProcessEnv;
  /** past all faults but those of PostgreSQL itself */
  db: Db;
  parts: Record<PartName, Part> & Record<'app1' | 'app2', StoppablePart>;
  links: Record<LinkName, FaultProxy>;
  stop(): Promise<void>;
}

/** Which process a person comes to: as deploy/nginx has it, over TLS; or as their cookie `person` says, over HTTP. */
export type Balance = 'by-address' | 'by-person';

/**
 * The built product as DEPLOY.md has it run: two processes behind nginx with one PostgreSQL, one Redis and one object
 * store, each a process of its own, each behind a link that can be spoilt.
 */
export async function startChaosSite(balance: Balance = 'by-address'): Promise<ChaosSite> {
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
    return { ...(await startAll(folder, keep, balance)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Keep = <T extends { stop(): Promise<unknown> }>(one: T) => T;

async function startAll(folder: string, keep: Keep, balance: Balance): Promise<Omit<ChaosSite, 'stop'>> {
  const postgres = keep(await startPostgresPart(join(folder, 'postgres')));
  await migrate(postgres.url, 'prisma/migrations');
  const db = connectDb(postgres.url, 4);
  keep({ stop: () => db.$disconnect() });
  await loadReference(db);
  const redisPort = await freePort();
  const redis = keep(await startRedisPart(redisPort, folder));
  const storePort = await freePort();
  const store = keep(await startStorePart(storePort, join(folder, 'objects')));

  const dbAddress = new URL(postgres.url);
  const toPostgres = keep(await startFaultProxy({ host: '127.0.0.1', port: Number(dbAddress.port) }));
  const toRedis = keep(await startFaultProxy({ host: '127.0.0.1', port: redisPort }));
  const toStore = keep(await startFaultProxy({ host: '127.0.0.1', port: storePort }));
  dbAddress.port = String(toPostgres.port);

  const ports = { http: await freePort(), https: await freePort() };
  const isByPerson = balance === 'by-person';
  const webPort = isByPerson ? ports.http : ports.https;
  const toWeb = keep(await startFaultProxy({ host: '127.0.0.1', port: webPort }));
  const url = `${isByPerson ? 'http' : 'https'}://localhost:${toWeb.port}`;
  const storeUrl = `http://127.0.0.1:${storePort}/${STORE.bucket}`;
  const env = {
    NODE_ENV: 'production' as const,
    LOG_LEVEL: process.env.CHAOS_LOG ?? 'error',
    WEB_CONCURRENCY: '1',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    DATABASE_URL: dbAddress.href,
    REDIS_URL: `redis://127.0.0.1:${toRedis.port}`,
    S3_ENDPOINT: `http://127.0.0.1:${toStore.port}`,
    S3_REGION: STORE.region,
    S3_BUCKET: STORE.bucket,
    S3_ACCESS_KEY_ID: STORE.accessKeyId,
    S3_SECRET_ACCESS_KEY: STORE.secretAccessKey,
    S3_PUBLIC_URL: storeUrl,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: SECRET,
    TRUSTED_PROXIES: '1',
    API_REQUESTS_PER_MINUTE: '100000',
  };
  const [port1, port2] = [await freePort(), await freePort()];
  const [app1, app2] = await Promise.all([startAppPart(port1, env), startAppPart(port2, env)]);
  keep(app1);
  keep(app2);
  const [app1Address, app2Address] = [`127.0.0.1:${port1}`, `127.0.0.1:${port2}`];
  if (isByPerson) keep(await startBalancer(folder, ports.http, [app1Address, app2Address]));
  else {
    const upstreams = { app1: app1Address, app2: app2Address, objects: `127.0.0.1:${storePort}` };
    const nginx = await prepareNginx({ upstreams, ports });
    keep({ stop: nginx.remove });
    keep({ stop: await nginx.start() });
  }
  return {
    url,
    storeUrl,
    env,
    db,
    parts: { app1, app2, postgres, redis, store },
    links: { postgres: toPostgres, redis: toRedis, store: toStore, web: toWeb },
  };
}

function startAppPart(port: number, env: NodeJS.ProcessEnv): Promise<StoppablePart> {
  const { PATH = '' } = process.env;
  return startPart(
    () => ({
      program: process.execPath,
      args: ['--enable-source-maps', serverEntry(process.env.PRODUCT_BUILD ?? '.next')],
      env: { PATH, ...env, LOG_LEVEL: 'info', PORT: String(port) },
    }),
    (line) => {
      if (process.env.CHAOS_LOG) process.stderr.write(`${line}\n`);
      return line.includes('listening');
    },
  );
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
