import { z } from 'zod';

const url = (protocols: RegExp) => z.url({ protocol: protocols, error: 'must be a URL' });
const filled = z.string().trim().min(1, 'must not be empty');

/** What the server needs to run. `npm start` fills in the embedded parts; elsewhere the environment names all of them. */
const serverEnvSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: filled.default('0.0.0.0'),
  DATABASE_URL: url(/^postgres(ql)?$/),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
  S3_ENDPOINT: url(/^https?$/),
  S3_REGION: filled.default('ap-northeast-2'),
  S3_BUCKET: filled.default('egodaeyeo'),
  S3_ACCESS_KEY_ID: filled,
  S3_SECRET_ACCESS_KEY: filled,
  S3_PUBLIC_URL: url(/^https?$/),
  NEXTAUTH_URL: url(/^https?$/),
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
  NEXT_DIST_DIR: filled.default('.next'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export type ServerEnv = z.infer<typeof serverEnvSchema>;

let parsed: ServerEnv | undefined;

/**
 * The environment of this process, read once.
 *
 * @throws EnvironmentError listing every fault in one message
 */
export function serverEnv(): ServerEnv {
  parsed ??= parseServerEnv(process.env);
  return parsed;
}

/** Pure form of `serverEnv`, for the start script and tests. Empty variables count as not set. */
export function parseServerEnv(source: Record<string, string | undefined>): ServerEnv {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = serverEnvSchema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `  ${name}: ${name in given ? issue.message : 'is not set'}`;
  });
  throw new EnvironmentError(`The environment is not right:\n${faults.join('\n')}`);
}

export class EnvironmentError extends Error {
  readonly code = 'ENVIRONMENT';
}
