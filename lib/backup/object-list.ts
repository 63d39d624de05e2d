import { createReadStream } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';

const lineSchema = z.object({
  key: z.string().regex(/^[A-Za-z0-9_./-]+$/),
  contentType: z.string(),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** One object of a backup; its file is `objects/<key>`. */
export type ObjectLine = z.infer<typeof lineSchema>;

export const OBJECT_LIST = 'objects.jsonl.gz';

/** The objects of a backup, line by line. @throws Error for a line that is none */
export async function* readObjectList(folder: string): AsyncGenerator<ObjectLine> {
  for await (const line of readLines(join(folder, OBJECT_LIST))) yield lineSchema.parse(JSON.parse(line));
}

async function* readLines(path: string): AsyncGenerator<string> {
  const gunzip = createGunzip().setEncoding('utf8');
  createReadStream(path)
    .on('error', (error) => gunzip.destroy(error))
    .pipe(gunzip);
  let rest = '';
  for await (const chunk of gunzip as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new Error(`${path} ends in the middle of a line.`);
}

/** @throws Error for a key that leads out of the folder */
export function objectPath(folder: string, key: string): string {
  const root = join(folder, 'objects');
  const path = normalize(join(root, key));
  if (!path.startsWith(root + sep))
    throw new Error(`The backup names an object ${key} outside of its folder.`);
  return path;
}
