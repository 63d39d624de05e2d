import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyLock } from './key-lock';
import { type ObjectMeta, readObjectMeta, writeObjectFile } from './object-file';
import { ObjectIndex } from './object-index';

const SHARDS = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0'));

/** An object opened for reading: the bytes stay these even when the key is overwritten or removed meanwhile. */
export interface OpenObject {
  readonly meta: ObjectMeta;
  /** Positions 0 … size - 1 are the object. The reader closes it. */
  readonly handle: FileHandle;
}

/**
 * Objects in a folder. A key never becomes a path: the file's name is the SHA-256 of the key, so no key
 * leaves the folder or meets another. A file appears by a rename after it is on disk, whole or not at all.
 */
export class ObjectDisk {
  readonly #dataDir: string;
  readonly #locks = new KeyLock();
  readonly #index = new ObjectIndex();

  private constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /** Makes or opens the folder, throws away what unfinished uploads left, and reads every meta. */
  static async open(dataDir: string): Promise<ObjectDisk> {
    const disk = new ObjectDisk(dataDir);
    await rm(disk.#tempDir(), { recursive: true, force: true });
    await mkdir(disk.#tempDir(), { recursive: true });
    await Promise.all(SHARDS.map((shard) => mkdir(disk.#shardDir(shard), { recursive: true })));
    await syncFolder(join(dataDir, 'objects'));
    await Promise.all(SHARDS.map((shard) => disk.#loadShard(shard)));
    return disk;
  }

  /** Stores an object once `body` has ended well; on any error nothing is kept and the old one stays. */
  async put(
    key: string,
    body: AsyncIterable<Buffer>,
    headers: Record<string, string>,
    now: Date,
  ): Promise<ObjectMeta> {
    const tempPath = join(this.#tempDir(), randomUUID());
    try {
      const meta = await writeObjectFile(tempPath, body, { key, lastModified: now.toISOString(), headers });
      await this.#locks.run(key, async () => {
        await rename(tempPath, this.#path(key));
        this.#index.set(meta);
        await syncFolder(this.#folder(key));
      });
      return meta;
    } catch (error) {
      await rm(tempPath, { force: true });
      throw error;
    }
  }

  /** Opens an object for reading, or gives null when there is none. */
  async open(key: string): Promise<OpenObject | null> {
    const handle = await open(this.#path(key), 'r').catch(nullIfMissing);
    if (!handle) return null;
    const meta = await readObjectMeta(handle);
    if (meta?.key === key) return { meta, handle };
    await handle.close();
    return null;
  }

  /** Removes an object; one that is not there is no error, as in S3. */
  async remove(key: string): Promise<void> {
    await this.#locks.run(key, async () => {
      await unlink(this.#path(key)).catch(nullIfMissing);
      this.#index.delete(key);
      await syncFolder(this.#folder(key));
    });
  }

  /** The metas under a prefix in S3's order, from the first key that passes `isAfter`. */
  list(prefix: string, isAfter: (key: string) => boolean): Iterable<ObjectMeta> {
    return this.#index.from(prefix, isAfter);
  }

  async #loadShard(shard: string): Promise<void> {
    for (const name of await readdir(this.#shardDir(shard))) {
      const path = join(this.#shardDir(shard), name);
      const handle = await open(path, 'r');
      const meta = await readObjectMeta(handle).finally(() => handle.close());
      if (meta && this.#path(meta.key) === path) this.#index.set(meta);
      else console.warn(`The object store skips a damaged file: ${path}`);
    }
  }

  #tempDir(): string {
    return join(this.#dataDir, 'tmp');
  }

  #shardDir(shard: string): string {
    return join(this.#dataDir, 'objects', shard);
  }

  #folder(key: string): string {
    return this.#shardDir(keyHash(key).slice(0, 2));
  }

  #path(key: string): string {
    return join(this.#folder(key), keyHash(key));
  }
}

function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
