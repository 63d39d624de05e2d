import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** What is kept with an object's bytes. */
export interface ObjectMeta {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** MD5 of the bytes in hex, without quotes. */
  readonly etag: string;
  /** ISO 8601, UTC. */
  readonly lastModified: string;
  /** Response headers stored with it, in lower case: content-type, cache-control, x-amz-meta-… */
  readonly headers: Readonly<Record<string, string>>;
}

/*
 * One file holds both, so that one rename makes both visible at once:
 * the bytes, then the meta as JSON, then its length (4 bytes, big-endian), then the magic.
 */
const MAGIC = Buffer.from('EGDYOBJ1');
const FOOTER_BYTES = 4 + MAGIC.length;
const MAX_META_BYTES = 64 * 1024;

/** Writes a new file and returns once it is on disk. Throws what the body throws; the caller removes the file. */
export async function writeObjectFile(
  path: string,
  body: AsyncIterable<Buffer>,
  describe: Omit<ObjectMeta, 'size' | 'etag'>,
): Promise<ObjectMeta> {
  const handle = await open(path, 'wx', 0o600);
  try {
    const md5 = createHash('md5');
    let size = 0;
    for await (const chunk of body) {
      md5.update(chunk);
      size += chunk.length;
      await writeAll(handle, chunk);
    }
    const meta: ObjectMeta = { ...describe, size, etag: md5.digest('hex') };
    await writeAll(handle, encodeFooter(meta));
    await handle.sync();
    return meta;
  } finally {
    await handle.close();
  }
}

/** Reads the meta of an open object file, or null when the file is not one, or is damaged. */
export async function readObjectMeta(handle: FileHandle): Promise<ObjectMeta | null> {
  const { size: fileBytes } = await handle.stat();
  const footer = await readAt(handle, fileBytes - FOOTER_BYTES, FOOTER_BYTES);
  if (!footer?.subarray(4).equals(MAGIC)) return null;
  const metaBytes = footer.readUInt32BE(0);
  if (metaBytes > MAX_META_BYTES) return null;
  const json = await readAt(handle, fileBytes - FOOTER_BYTES - metaBytes, metaBytes);
  const meta = json && parseMeta(json.toString('utf8'));
  return meta?.size === fileBytes - FOOTER_BYTES - metaBytes ? meta : null;
}

function encodeFooter(meta: ObjectMeta): Buffer {
  const json = Buffer.from(JSON.stringify(meta));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([json, length, MAGIC]);
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    written += (await handle.write(bytes, written)).bytesWritten;
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer | null> {
  if (position < 0) return null;
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return bytesRead === length ? buffer : null;
}

function parseMeta(json: string): ObjectMeta | null {
  try {
    const meta: unknown = JSON.parse(json);
    return isObjectMeta(meta) ? meta : null;
  } catch {
    return null;
  }
}

function isObjectMeta(value: unknown): value is ObjectMeta {
  if (typeof value !== 'object' || value === null) return false;
  const { key, size, etag, lastModified, headers } = value as Record<keyof ObjectMeta, unknown>;
  const strings = [key, etag, lastModified].every((part) => typeof part === 'string');
  return strings && Number.isSafeInteger(size) && typeof headers === 'object' && headers !== null;
}
