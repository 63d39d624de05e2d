import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deferred } from './deferred';
import { ObjectDisk } from './disk/object-disk';
import { handleRequest } from './http/handle-request';
import { LIMITS } from './limits';
import type { StoreContext } from './store-context';

export interface ObjectStoreOptions {
  /** Made when it is not there. One running store a folder. */
  dataDir: string;
  host: string;
  /** 0 for any free one. */
  port: number;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Keys that begin with one of these can be read without a signature, e.g. `['images/']`. */
  publicPrefixes: string[];
  /** Origins whose pages may use the store. */
  allowedOrigins: '*' | string[];
  now?: () => Date;
  /** Hears faults of the store itself; the client only sees InternalError. */
  onError?: (error: unknown) => void;
}

export interface RunningObjectStore {
  port: number;
  /** `http://host:port`, without a slash at the end and without the bucket. */
  url: string;
  /** Takes no new requests, lets running ones end for a moment, then cuts them; nothing half stays. */
  close(): Promise<void>;
}

/**
 * Starts the embedded object store: one bucket, path-style, the part of the S3 API this product and its
 * operators use. Rejects with `code: 'EADDRINUSE'` when the port is taken, before it touches the folder.
 */
export async function startObjectStore(options: ObjectStoreOptions): Promise<RunningObjectStore> {
  const active = new Set<Promise<void>>();
  const context = deferred<StoreContext>();
  const onError = options.onError ?? ((error) => console.error('Object store:', error));
  const server = createServer({ maxHeaderSize: LIMITS.headerBytes, ...TIMEOUTS }, (req, res) => {
    const answered = new Promise<void>((resolve) => res.once('close', resolve));
    const work = context.promise
      .then((ready) => handleRequest(ready, req, res, onError))
      .then(() => answered);
    active.add(work);
    void work.finally(() => active.delete(work));
  });
  server.maxConnections = LIMITS.connections;
  server.setTimeout(LIMITS.idleTimeoutMs);
  await listen(server, options);
  try {
    context.resolve(toContext(options, await ObjectDisk.open(options.dataDir)));
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  return {
    port,
    url: `http://${reachableHost(options.host)}:${port}`,
    close: () => {
      closing ??= close(server, active);
      return closing;
    },
  };
}

const TIMEOUTS = {
  headersTimeout: LIMITS.headersTimeoutMs,
  requestTimeout: LIMITS.requestTimeoutMs,
  keepAliveTimeout: LIMITS.keepAliveTimeoutMs,
};

function toContext(options: ObjectStoreOptions, disk: ObjectDisk): StoreContext {
  const { accessKeyId, secretAccessKey, region, bucket, publicPrefixes, allowedOrigins } = options;
  return {
    disk,
    account: { accessKeyId, secretAccessKey, region },
    bucket,
    publicPrefixes,
    allowedOrigins,
    now: options.now ?? (() => new Date()),
  };
}

function listen(server: Server, { host, port }: ObjectStoreOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function close(server: Server, active: ReadonlySet<Promise<void>>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const grace = setTimeout(() => server.closeAllConnections(), LIMITS.closeGraceMs);
  await Promise.allSettled(active);
  clearTimeout(grace);
  server.closeAllConnections();
  await closed;
}

function reachableHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
