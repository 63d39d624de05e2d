import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { EnvironmentError, type EnvSource, readEnv, serverEnvFaults } from '@/lib/env/server-env';

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

/**
 * Settings of this start. What the server will ask of the environment is asked here already, before anything runs.
 *
 * @throws EnvironmentError listing every fault
 */
export function readSettings(source: EnvSource, isDev: boolean): StartSettings {
  const { env, faults } = readEnv(schema, source);
  for (const [name, fault] of serverEnvFaults(foresee(source))) {
    if (!faults.has(name)) faults.set(name, fault);
  }
  if (!env || faults.size > 0) throw new EnvironmentError(faults);
  const embeddedPostgres = env.DATABASE_URL === undefined;
  return {
    isDev,
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    distDir: isDev ? `${env.NEXT_DIST_DIR}-dev` : env.NEXT_DIST_DIR,
    embeddedPostgres,
    embeddedStorage: env.S3_ENDPOINT === undefined,
    withDemoData: embeddedPostgres && wantsDemo(env),
  };
}

/** Its accounts have a password that everybody knows, so others are let in to them only when that is said. */
function wantsDemo({ HOST, DEMO_DATA }: { HOST: string; DEMO_DATA?: '0' | '1' | undefined }): boolean {
  return isLoopback(HOST) ? DEMO_DATA !== '0' : DEMO_DATA === '1';
}

/** Whether only this machine reaches what listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The environment as the server will find it, with stand-ins for what the embedded parts are going to fill in. */
function foresee(source: EnvSource): EnvSource {
  const standIn = 'http://localhost';
  const secret = source.NEXTAUTH_SECRET || 'x'.repeat(32);
  const common = { ...source, NODE_ENV: 'production', NEXTAUTH_URL: source.NEXTAUTH_URL || standIn };
  const postgres = { DATABASE_URL: 'postgresql://localhost', NEXTAUTH_SECRET: secret };
  const storage = {
    S3_ENDPOINT: standIn,
    S3_REGION: 'x',
    S3_BUCKET: 'x',
    S3_ACCESS_KEY_ID: 'x',
    S3_SECRET_ACCESS_KEY: 'x',
    S3_PUBLIC_URL: source.S3_PUBLIC_URL || standIn,
  };
  return {
    ...common,
    ...(source.DATABASE_URL ? {} : postgres),
    ...(source.S3_ENDPOINT ? {} : storage),
  };
}

const secretsSchema = z.object({ nextAuth: z.string().min(32), s3Key: z.string(), s3Secret: z.string() });
type Secrets = z.infer<typeof secretsSchema>;

/**
 * Secrets of the embedded parts, made at the first start.
 *
 * @param dataDir taken by this process already
 *
 * @throws Error with one sentence when the file is not what was written
 */
export async function keepSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json');
  const text = await readFile(path, 'utf8').catch((error) => (error.code === 'ENOENT' ? null : ''));
  if (text !== null) {
    const known = secretsSchema.safeParse(parseJson(text));
    if (known.success) return known.data;
    throw new Error(`${path} is damaged. Remove it to have new secrets made; everybody signs in again then.`);
  }
  const made = { nextAuth: random(32), s3Key: random(15), s3Secret: random(30) };
  await writeFile(`${path}.new`, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
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
