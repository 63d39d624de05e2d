import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { Bucket } from './bucket';
import { hasStatus } from './s3-status';
import { StorageError } from './storage-error';

const KEYS_PER_REMOVE = 1000;

export async function headObject(
  { client, name }: Bucket,
  key: string,
  abortSignal?: AbortSignal,
): Promise<{ size: number; contentType: string } | null> {
  try {
    const { ContentLength, ContentType } = await client.send(
      new HeadObjectCommand({ Bucket: name, Key: key }),
      { abortSignal },
    );
    return { size: ContentLength ?? 0, contentType: ContentType ?? 'binary/octet-stream' };
  } catch (error) {
    if (hasStatus(error, 404)) return null;
    throw error;
  }
}

export async function readObject(
  { client, name }: Bucket,
  key: string,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Buffer> {
  const abort = new AbortController();
  signal?.addEventListener('abort', () => abort.abort(), { once: true });
  try {
    const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket: name, Key: key }), {
      abortSignal: abort.signal,
    });
    if ((ContentLength ?? 0) > maxBytes) throw tooLarge(key, maxBytes);
    return await collect((Body ?? []) as AsyncIterable<Uint8Array>, key, maxBytes);
  } catch (error) {
    abort.abort();
    if (hasStatus(error, 404)) {
      throw new StorageError('STORAGE_OBJECT_NOT_FOUND', `No object ${key}`, { cause: error });
    }
    throw error;
  }
}

export async function writeObject(
  { client, name }: Bucket,
  key: string,
  body: Buffer,
  { contentType, cacheControl }: { contentType: string; cacheControl: string },
  abortSignal?: AbortSignal,
): Promise<void> {
  await client.send(
    new PutObjectCommand({
      Bucket: name,
      Key: key,
      Body: body,
      ContentType: contentType,
      CacheControl: cacheControl,
    }),
    { abortSignal },
  );
}

export async function removeObjects(
  { client, name }: Bucket,
  keys: string[],
  abortSignal?: AbortSignal,
): Promise<void> {
  for (let start = 0; start < keys.length; start += KEYS_PER_REMOVE) {
    const objects = keys.slice(start, start + KEYS_PER_REMOVE).map((Key) => ({ Key }));
    const { Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: name, Delete: { Objects: objects, Quiet: true } }),
      { abortSignal },
    );
    if (Errors.length === 0) continue;
    const reasons = Errors.map(({ Key, Code }) => `${Key}: ${Code}`).join(', ');
    throw new StorageError('STORAGE_REMOVE_FAILED', `Not removed: ${reasons}`);
  }
}

async function collect(body: AsyncIterable<Uint8Array>, key: string, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let received = 0;
  for await (const chunk of body) {
    received += chunk.length;
    if (received > maxBytes) throw tooLarge(key, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(key: string, maxBytes: number): StorageError {
  return new StorageError('STORAGE_OBJECT_TOO_LARGE', `${key} is larger than ${maxBytes} bytes`);
}
