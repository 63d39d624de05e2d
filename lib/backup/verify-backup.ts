import { join } from 'node:path';
import { hashFile } from './hash-file';
import { inParallel } from './in-parallel';
import { type Manifest, readManifest } from './manifest';
import { objectPath, readObjectList } from './object-list';

const WIDTH = 4;
/** Faults that are named; more of them tell nothing new. */
const NAMED = 10;

/**
 * Reads a whole backup and compares each file with what was written.
 *
 * @throws Error with one sentence that names what is missing or changed
 */
export async function verifyBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const faults: string[] = [];
  const check = async (name: string, path: string, wanted: { bytes: number; sha256: string }) => {
    const found = await hashFile(path);
    if (found === null) faults.push(`${name} is missing`);
    else if (found.bytes !== wanted.bytes || found.sha256 !== wanted.sha256)
      faults.push(`${name} has changed`);
  };
  for (const table of manifest.tables) await check(table.file, join(folder, table.file), table);
  await check(manifest.objects.file, join(folder, manifest.objects.file), manifest.objects);
  refuse(faults);
  await inParallel(readObjectList(folder), WIDTH, (line) =>
    check(`objects/${line.key}`, objectPath(folder, line.key), line),
  );
  refuse(faults);
  return manifest;
}

function refuse(faults: string[]) {
  if (faults.length === 0) return;
  const more = faults.length > NAMED ? ` and ${faults.length - NAMED} more` : '';
  throw new Error(`The backup is damaged: ${faults.sort().slice(0, NAMED).join(', ')}${more}.`);
}
