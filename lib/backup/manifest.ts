import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Of } from './hash-file';

/** Raised when a folder of an earlier form can no longer be read. */
const FORMAT = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A name in the folder: no way out of it. */
const fileName = z.string().regex(/^[A-Za-z0-9_]+\.(copy|jsonl)\.gz$/);
const file = z.object({ file: fileName, bytes: z.int().min(0), sha256 });

const manifestSchema = z.object({
  format: z.literal(FORMAT, { error: 'was written by another version of this program' }),
  /** of the database server, at the snapshot */
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string().regex(/^\w+$/), checksum: sha256 })).min(1),
  tables: z.array(file.extend({ name: z.string(), columns: z.array(z.string()), rows: z.int().min(0) })),
  sequences: z.array(
    z.object({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() }),
  ),
  objects: file.extend({ count: z.int().min(0), objectBytes: z.int().min(0) }),
  /** pictures of the snapshot that nothing refers to and whose files were gone already */
  goneImages: z.array(z.guid()),
});

/** What a backup holds. The file is written last: a folder without it is no backup. */
export type Manifest = z.infer<typeof manifestSchema>;
export type TableFile = Manifest['tables'][number];

const NAME = 'manifest.json';
const DIGEST = 'manifest.sha256';

export async function writeManifest(folder: string, content: Omit<Manifest, 'format'>): Promise<Manifest> {
  const manifest = manifestSchema.parse({ format: FORMAT, ...content });
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeFile(join(folder, DIGEST), `${sha256Of(text)}\n`, { mode: 0o600 });
  await writeFile(join(folder, `${NAME}.new`), text, { mode: 0o600 });
  await rename(join(folder, `${NAME}.new`), join(folder, NAME));
  return manifest;
}

/** @throws Error with one sentence when there is none, or it is not as it was written */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readText(join(folder, NAME));
  if (text === null) throw new Error(`${folder} holds no whole backup: ${NAME} is missing.`);
  const digest = (await readText(join(folder, DIGEST)))?.trim();
  if (digest !== sha256Of(text)) throw new Error(`The backup is damaged: ${NAME} is not as it was written.`);
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`This backup cannot be read: ${issue?.path.join('.')} ${issue?.message}.`);
}

function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
