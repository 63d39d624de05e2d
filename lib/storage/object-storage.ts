import { S3Client } from '@aws-sdk/client-s3';
import { inSpan } from '@/lib/core/tracer';
import { ensureBucket, ping } from './bucket';
import { listObjects, type StoredObject } from './list-objects';
import { headObject, readObject, removeObjects, writeObject } from './objects';
import { type PresignedPost, type PresignPostInput, presignPost } from './presign-post';
import { joinUrl } from './public-url';
import { watchStorage } from './watch-storage';

export interface ObjectStorageConfig {
  /** The S3 API as this server reaches it, e.g. `http://127.0.0.1:9000`; no bucket in it. */
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /**
   * The bucket as browsers reach it, `<endpoint reachable by browsers>/<bucket>` (for S3 also
   * `https://<bucket>.s3.<region>.amazonaws.com`). Browsers post uploads to this very URL and
   * read public objects at `<publicUrl>/<key>`, so it must be the S3 API itself, not a read-only CDN.
   */
  publicUrl: string;
}

/** One bucket of any S3-compatible service. Faults of the network and of S3 reject as the AWS SDK's own errors, a service that
 * hangs with STORAGE_AWAY within 2 seconds. */
export interface ObjectStorage {
  /** Lets a browser post one file of exactly this key and type, of 1 to `maxBytes` bytes, for a while. */
  presignPost(input: PresignPostInput): Promise<PresignedPost>;
  /** Size in bytes and content type, or null when there is no such object. */
  head(key: string): Promise<{ size: number; contentType: string } | null>;
  /** The whole object. Throws STORAGE_OBJECT_TOO_LARGE before keeping more than `maxBytes`, or STORAGE_OBJECT_NOT_FOUND. */
  read(key: string, maxBytes: number): Promise<Buffer>;
  write(key: string, body: Buffer, headers: { contentType: string; cacheControl: string }): Promise<void>;
  /** Removes any number of keys; missing ones are no fault. Throws STORAGE_REMOVE_FAILED when S3 refuses some. */
  remove(keys: string[]): Promise<void>;
  /** Every object under a prefix in order of keys, fetched page by page. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** Where anybody can read a public object. */
  publicUrl(key: string): string;
  /** Makes the bucket when it is not there. Its public prefixes and CORS are set by whoever runs the service. */
  ensureBucket(): Promise<void>;
  /** Resolves when the bucket answers within 2 seconds. */
  ping(): Promise<void>;
  /** Lets go of kept-alive connections. */
  close(): void;
}

/** Makes a client; connects to nothing yet. Works with the embedded store, MinIO and S3 by its config alone. */
export function createObjectStorage(config: ObjectStorageConfig): ObjectStorage {
  const bucket = { client: createClient(config), name: config.bucket, region: config.region };
  const watch = watchStorage((signal) => ping(bucket, signal));
  const during = <T>(what: string, work: (signal: AbortSignal) => Promise<T>) =>
    inSpan(`storage ${what}`, {}, () => watch.during(work));
  return {
    presignPost: (input) => presignPost(bucket, config.publicUrl, input),
    head: (key) => during('head', (signal) => headObject(bucket, key, signal)),
    read: (key, maxBytes) => during('read', (signal) => readObject(bucket, key, maxBytes, signal)),
    write: (key, body, headers) =>
      during('write', (signal) => writeObject(bucket, key, body, headers, signal)),
    remove: (keys) => during('remove', (signal) => removeObjects(bucket, keys, signal)),
    list: (prefix) => listObjects(bucket, prefix),
    publicUrl: (key) => joinUrl(config.publicUrl, key),
    ensureBucket: () => ensureBucket(bucket),
    ping: () => ping(bucket),
    close: () => bucket.client.destroy(),
  };
}

function createClient({ endpoint, region, accessKeyId, secretAccessKey }: ObjectStorageConfig): S3Client {
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    maxAttempts: 3,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: 30_000,
      socketTimeout: 30_000,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: 32 },
      httpsAgent: { keepAlive: true, maxSockets: 32 },
    },
  });
}
