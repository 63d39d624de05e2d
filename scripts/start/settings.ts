import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Which parts `npm start` runs itself, and the settings that hold before they are up. */
export interface StartSettings {
  isDev: boolean;
  port: number;
  host: string;
  dataDir: string;
  distDir: string;
  embeddedPostgres: boolean;
  embeddedStorage: boolean;
  withDemoData: boolean;
}

const schema = z.object({
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(1).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  NEXT_DIST_DIR: z.string().default('.next'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }).optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }).optional(),
  DEMO_DATA: z.enum(['0', '1'], { error: 'must be 0 or 1' }).optional(),
});

/** @throws Error listing every fault */
export function readSettings(source: NodeJS.ProcessEnv, isDev: boolean): StartSettings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not right:\n${faults.join('\n')}`);
  }
  const env = result.data;
  const embeddedPostgres = env.DATABASE_URL === undefined;
  return {
    isDev,
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    distDir: isDev ? `${env.NEXT_DIST_DIR}-dev` : env.NEXT_DIST_DIR,
    embeddedPostgres,
    embeddedStorage: env.S3_ENDPOINT === undefined,
    withDemoData: embeddedPostgres && env.DEMO_DATA !== '0',
  };
}

const secretsSchema = z.object({ nextAuth: z.string().min(32), s3Key: z.string(), s3Secret: z.string() });
export type Secrets = z.infer<typeof secretsSchema>;

/**
 * Secrets of the embedded parts, made at the first start.
 *
 * @throws Error with one sentence when the file is not what was written
 */
export async function keepSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text !== null) {
    const known = secretsSchema.safeParse(parseJson(text));
    if (known.success) return known.data;
    throw new Error(`${path} is damaged. Remove it to have new secrets made; everybody signs in again then.`);
  }
  const made = { nextAuth: random(32), s3Key: random(15), s3Secret: random(30) };
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  return made;
}

function random(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
