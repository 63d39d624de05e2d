import { readFile } from 'node:fs/promises';
import { MAX_TOTAL_BYTES } from '@/lib/features/images/variants';
import type { ObjectStorage } from '@/lib/storage/object-storage';
import { sha256Of } from './hash-file';
import { inParallel } from './in-parallel';
import { type ObjectLine, objectPath, readObjectList } from './object-list';

const WIDTH = 4;

/** Puts every object of a backup into the store and reads it back. @throws Error naming one that is not as it was */
export async function restoreObjects(
  storage: Pick<ObjectStorage, 'read' | 'write'>,
  folder: string,
): Promise<void> {
  await inParallel(readObjectList(folder), WIDTH, (line) => restoreObject(storage, folder, line));
}

async function restoreObject(
  storage: Pick<ObjectStorage, 'read' | 'write'>,
  folder: string,
  { key, contentType, sha256 }: ObjectLine,
) {
  const content = await readFile(objectPath(folder, key));
  if (sha256Of(content) !== sha256) throw new Error(`The backup is damaged: objects/${key} has changed.`);
  await storage.write(key, content, { contentType, cacheControl: cacheControlOf(key) });
  const stored = await storage.read(key, MAX_TOTAL_BYTES);
  if (sha256Of(stored) !== sha256) throw new Error(`The store gave back another ${key} than it was given.`);
}

function cacheControlOf(key: string): string {
  return key.startsWith('images/') ? 'public, max-age=31536000, immutable' : 'private, no-store';
}
