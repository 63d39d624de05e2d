import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { MAX_TOTAL_BYTES } from '@/lib/features/images/variants';
import type { ObjectStorage } from '@/lib/storage/object-storage';
import { createMeter, sha256Of } from './hash-file';
import { inParallel } from './in-parallel';
import type { Manifest } from './manifest';
import { OBJECT_LIST, type ObjectLine, objectPath } from './object-list';
import { listWantedObjects, type WantedObject } from './wanted-objects';

const WIDTH = 4;

/**
 * Copies the objects that the rows of the client's snapshot name. The caller holds the backup's lock since before, so
 * the job removes none of them meanwhile.
 *
 * @returns the list's place in the manifest, and the pictures without files that nothing refers to
 * @throws Error naming an object that is referred to and is not there
 */
export async function copyObjects(
  client: ClientBase,
  storage: Pick<ObjectStorage, 'read'>,
  folder: string,
): Promise<Pick<Manifest, 'objects' | 'goneImages'>> {
  const gone = new Set<string>();
  let count = 0;
  let objectBytes = 0;
  const list = createGzip();
  const meter = createMeter();
  const written = pipeline(
    list,
    meter.stream,
    createWriteStream(join(folder, OBJECT_LIST), { mode: 0o600, flags: 'wx' }),
  );
  const copied = inParallel(listWantedObjects(client), WIDTH, async (wanted) => {
    const line = await copyObject(storage, folder, wanted);
    if (line) {
      count += 1;
      objectBytes += line.bytes;
      list.write(`${JSON.stringify(line)}\n`);
    } else if (wanted.imageId !== null) gone.add(wanted.imageId);
  });
  // A list that cannot be written is heard of below, whatever the copying does.
  written.catch(() => undefined);
  await copied.finally(() => list.end());
  await written;
  return {
    objects: { file: OBJECT_LIST, ...meter.result(), count, objectBytes },
    goneImages: [...gone].sort(),
  };
}

/** @returns null for an object that may be missing and is */
async function copyObject(
  storage: Pick<ObjectStorage, 'read'>,
  folder: string,
  { key, contentType, isReferredTo }: WantedObject,
): Promise<ObjectLine | null> {
  const content = await readUnlessMissing(storage, key);
  if (content === null) {
    if (!isReferredTo) return null;
    throw new Error(`The object ${key} is missing from the store, and a picture that is shown refers to it.`);
  }
  const path = objectPath(folder, key);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, content, { mode: 0o600, flag: 'wx' });
  return { key, contentType, bytes: content.length, sha256: sha256Of(content) };
}

async function readUnlessMissing(storage: Pick<ObjectStorage, 'read'>, key: string): Promise<Buffer | null> {
  try {
    return await storage.read(key, MAX_TOTAL_BYTES);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'STORAGE_OBJECT_NOT_FOUND') return null;
    throw error;
  }
}
