import { z } from 'zod';

const url = (protocols: RegExp) => z.url({ protocol: protocols, error: 'must be a URL' });
const filled = z.string().trim().min(1, 'must not be empty');

/** What the server needs to run. `npm start` fills in the embedded parts; elsewhere the environment names all of them. */
export const USUAL_REQUESTS_PER_MINUTE = 300;

const variablesSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3000),
  HOST: filled.default('0.0.0.0'),
  DATABASE_URL: url(/^postgres(ql)?$/),
  /** connections of one process; 10, or fewer where many processes share a machine */
  DATABASE_POOL_SIZE: z.coerce.number({ error: 'must be a number' }).int().min(2).max(100).optional(),
  S3_ENDPOINT: url(/^https?$/),
  S3_REGION: filled.default('ap-northeast-2'),
  S3_BUCKET: filled.default('egodaeyeo'),
  S3_ACCESS_KEY_ID: filled,
  S3_SECRET_ACCESS_KEY: filled,
  S3_PUBLIC_URL: url(/^https?$/),
  NEXTAUTH_URL: url(/^https?$/),
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
  KAKAO_CLIENT_ID: filled.optional(),
  KAKAO_CLIENT_SECRET: filled.optional(),
  /** Kakao's two hosts; another only where a test stands in for them */
  KAKAO_AUTH_URL: url(/^https?$/).default('https://kauth.kakao.com'),
  KAKAO_API_URL: url(/^https?$/).default('https://kapi.kakao.com'),
  /** smtp:// or smtps://; without it letters are files in DATA_DIR/mail */
  SMTP_URL: url(/^smtps?$/).optional(),
  MAIL_FROM: filled.default('이거대여 <no-reply@localhost>'),
  DATA_DIR: filled.default('.data'),
  /** processes that share the port; without it one for each core */
  WEB_CONCURRENCY: z.coerce.number({ error: 'must be a number' }).int().min(1).max(128).optional(),
  /** set by the first process for the others: a folder where they find each other */
  WORKER_SOCKETS: filled.optional(),
  REDIS_URL: url(/^rediss?$/).optional(),
  /** how many proxies stand before this process, or their addresses; their X-Forwarded-For counts */
  TRUSTED_PROXIES: filled
    .regex(/^(\d{1,2}|[\da-fA-F.:/, ]{3,})$/, 'must be a number of proxies, or addresses and CIDR ranges')
    .optional(),
  /** of one member, or of one address without a token; above the usual, members may make as many times more an hour */
  API_REQUESTS_PER_MINUTE: z.coerce
    .number({ error: 'must be a number' })
    .int()
    .min(1)
    .default(USUAL_REQUESTS_PER_MINUTE),
  /** who bears it may read /metrics; without it nobody may */
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  /** of a collector, OTLP over HTTP; without it no traces are made */
  OTEL_EXPORTER_OTLP_ENDPOINT: url(/^https?$/).optional(),
  OTEL_SERVICE_NAME: filled.default('egodaeyeo'),
  NEXT_DIST_DIR: filled.default('.next'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

const serverEnvSchema = variablesSchema.superRefine((env, { addIssue }) => {
  const message = 'is needed together with the other KAKAO_CLIENT_ name';
  if (env.KAKAO_CLIENT_ID && !env.KAKAO_CLIENT_SECRET) {
    addIssue({ code: 'custom', path: ['KAKAO_CLIENT_SECRET'], message });
  }
  if (env.KAKAO_CLIENT_SECRET && !env.KAKAO_CLIENT_ID) {
    addIssue({ code: 'custom', path: ['KAKAO_CLIENT_ID'], message });
  }
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
export function parseServerEnv(source: EnvSource): ServerEnv {
  const { env, faults } = readEnv(serverEnvSchema, source);
  if (!env) throw new EnvironmentError(faults);
  return env;
}

/** What `parseServerEnv` would refuse, by name of the variable; empty when all is well. */
export function serverEnvFaults(source: EnvSource): EnvFaults {
  return readEnv(serverEnvSchema, source).faults;
}

export type EnvSource = Record<string, string | undefined>;

/** What is wrong, by name of the variable. */
type EnvFaults = Map<string, string>;

/** Parses an environment in which empty variables count as not set. `env` is null when there are faults. */
export function readEnv<S extends z.ZodType>(
  schema: S,
  source: EnvSource,
): { env: z.output<S> | null; faults: EnvFaults } {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(given);
  const faults: EnvFaults = new Map();
  for (const issue of result.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (!faults.has(name)) faults.set(name, name in given ? issue.message : 'is not set');
  }
  return { env: result.success ? result.data : null, faults };
}

/** One message that lists every fault. */
export class EnvironmentError extends Error {
  readonly code = 'ENVIRONMENT';

  constructor(faults: EnvFaults) {
    const lines = [...faults].map(([name, fault]) => `  ${name}: ${fault}`);
    super(`The environment is not right:\n${lines.join('\n')}`);
  }
}
