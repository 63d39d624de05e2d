import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseServerEnv } from '@/lib/env/server-env';
import { PUBLIC_PREFIXES } from '@/lib/storage/keys';

const read = (path: string) => readFileSync(path, 'utf8');

describe('the image', () => {
  const lines = read('Dockerfile').replaceAll('\\\n', ' ').split('\n');
  const stages = lines.filter((line) => line.startsWith('FROM '));
  const last = lines.slice(lines.lastIndexOf(stages.at(-1) ?? ''));

  it('is made in stages from one pinned Node', () => {
    expect(stages.length).toBeGreaterThanOrEqual(2);
    expect(stages[0]).toMatch(/^FROM node:20\.\d+\.\d+-slim AS base$/);
    for (const stage of stages.slice(1)) expect(stage).toMatch(/^FROM base AS \w+$/);
  });

  it('runs the bundled server as somebody who is not root, and says how it is', () => {
    expect(last.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
    expect(last.find((line) => line.startsWith('HEALTHCHECK'))).toContain('/api/health');
    expect(last.find((line) => line.startsWith('CMD'))).toContain('.next/egodaeyeo-server.mjs');
    expect(last.indexOf('USER node')).toBeLessThan(last.findIndex((line) => line.startsWith('CMD')));
  });

  it('takes no secrets and no data of this machine along', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['.git', '.data', '.env', '.env.*', 'node_modules', '.next*']),
    );
    expect(read('Dockerfile')).not.toMatch(/^(ARG|ENV) .*(SECRET|PASSWORD|KEY)/m);
  });
});

/** The parts of the Compose Specification that compose.yml uses, and nothing else. */
const serviceSchema = z.strictObject({
  image: z.string(),
  build: z.string().optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']).optional(),
  command: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  ports: z.array(z.string().regex(/^\d+:\d+$/)).optional(),
  volumes: z.array(z.string().regex(/^[^:]+:\/[^:]+(:ro)?$/)).optional(),
  depends_on: z
    .union([
      z.array(z.string()),
      z.record(
        z.string(),
        z.strictObject({
          condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']),
        }),
      ),
    ])
    .optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()),
      interval: z.string().regex(/^\d+s$/),
      timeout: z.string().regex(/^\d+s$/),
      retries: z.number().int(),
    })
    .optional(),
  logging: z.strictObject({
    driver: z.literal('json-file'),
    options: z.strictObject({
      'max-size': z.string().regex(/^\d+m$/),
      'max-file': z.string().regex(/^\d+$/),
    }),
  }),
  stop_grace_period: z
    .string()
    .regex(/^\d+s$/)
    .optional(),
});
const composeSchema = z.strictObject({
  name: z.string(),
  'x-app': z.unknown(),
  'x-logging': z.unknown(),
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.null()),
});

describe('compose.yml', () => {
  const { services, volumes } = composeSchema.parse(parse(read('compose.yml'), { merge: true }));

  it('has two processes and the parts they need, and waits only for what is there', () => {
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining(['app1', 'app2', 'migrate', 'postgres', 'redis', 'minio', 'bucket', 'nginx']),
    );
    for (const { depends_on: on = [], volumes: mounted = [] } of Object.values(services)) {
      for (const name of Array.isArray(on) ? on : Object.keys(on)) expect(services).toHaveProperty(name);
      for (const mount of mounted)
        if (/^\w/.test(mount)) expect(volumes).toHaveProperty(mount.split(':')[0] ?? '');
    }
    for (const [name, { depends_on: on }] of Object.entries(services)) {
      if (!on || Array.isArray(on)) continue;
      for (const [part, { condition }] of Object.entries(on))
        if (condition === 'service_healthy')
          expect([name, services[part]?.healthcheck]).toEqual([name, expect.anything()]);
    }
  });

  it('gives the server an environment that it accepts, from the names in .env.example alone', () => {
    const named = new Set([...read('.env.example').matchAll(/^([A-Z0-9_]+)=/gm)].map((match) => match[1]));
    const used = [...read('compose.yml').matchAll(/\$\{([A-Z0-9_]+)/g)].map((match) => match[1]);
    for (const name of used) expect(named).toContain(name);
    const values: Record<string, string> = {
      NEXTAUTH_SECRET: 'x'.repeat(32),
      SMTP_URL: 'smtp://mail',
      METRICS_TOKEN: 'x'.repeat(16),
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
      SITE_HOST: 'example.com',
    };
    const fill = (text: string) =>
      text.replace(
        /\$\{([A-Z0-9_]+)[^}]*\}/g,
        (_all, name) => values[name] ?? (/URL/.test(name) ? 'https://example.com' : 'filled'),
      );
    const given = Object.entries(services.app1?.environment ?? {}).map(([name, value]) => [
      name,
      fill(value),
    ]);
    expect(parseServerEnv(Object.fromEntries(given))).toMatchObject({
      TRUSTED_PROXIES: '1',
      REDIS_URL: 'redis://redis:6379',
    });
    expect(services.app2).toEqual(services.app1);
  });

  it('keeps 100 MB of the log of each container at most', () => {
    for (const [name, { logging }] of Object.entries(services)) {
      const megabytes = parseInt(logging.options['max-size'], 10) * Number(logging.options['max-file']);
      expect([name, megabytes]).toEqual([name, 100]);
    }
  });

  it('opens nothing to the outside but nginx', () => {
    const open = Object.entries(services).filter(([, service]) => service.ports);
    expect(open.map(([name]) => name)).toEqual(['nginx']);
  });
});

it('the bucket shows re-encoded pictures alone, never an original', () => {
  const policy = JSON.parse(read('deploy/bucket-policy.json'));
  expect(policy.Statement).toHaveLength(1);
  expect(policy.Statement[0]).toMatchObject({ Effect: 'Allow', Action: ['s3:GetObject'] });
  expect(policy.Statement[0].Resource).toEqual(
    PUBLIC_PREFIXES.map((prefix) => `arn:aws:s3:::egodaeyeo/${prefix}*`),
  );
});

const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.enum(['read', 'write'])),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }).optional(),
  jobs: z.record(
    z.string(),
    z.strictObject({
      if: z.string().optional(),
      'runs-on': z.string(),
      container: z.string().optional(),
      'timeout-minutes': z.number(),
      environment: z.string().optional(),
      env: z.record(z.string(), z.string()).optional(),
      steps: z.array(
        z
          .strictObject({
            id: z.string().optional(),
            name: z.string().optional(),
            uses: z
              .string()
              .regex(/^[\w-]+\/[\w-]+@v\d+$/)
              .optional(),
            with: z.record(z.string(), z.unknown()).optional(),
            run: z.string().optional(),
            env: z.record(z.string(), z.string()).optional(),
          })
          .refine((step) => (step.uses === undefined) !== (step.run === undefined), 'uses or run'),
      ),
    }),
  ),
});

it.each(['test', 'image', 'deploy'])('the workflow %s is whole', (name) => {
  const text = read(`.github/workflows/${name}.yml`);
  const { jobs } = workflowSchema.parse(parse(text));
  // What others can name (a branch, a tag) never becomes part of a script's text.
  for (const { steps } of Object.values(jobs))
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
});
