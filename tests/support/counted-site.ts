import { startOwnProduct } from './own-product';
import { cookieOf } from './realtime-env';
import { startParts } from './start-parts';
import { BEGINS_JOB, startStatementProxy } from './statement-proxy';
import { type TestEnv, useTestEnv } from './test-env';

export interface CountedAnswer {
  status: number;
  body: string;
  /** what the process asked its database for it */
  statements: string[];
}

export interface CountedSite {
  env: TestEnv;
  /** Asks a page or route as this member's browser would, or a visitor's. */
  get(path: string, member?: { id: string }): Promise<CountedAnswer>;
}

/**
 * A process of the product, of the build that lies here, with parts and a database of its own, and every statement that
 * it makes counted. Call it at the top of a describe block; it cleans up by itself.
 */
export function useCountedSite(): CountedSite {
  const stop: Partial<Record<'parts' | 'process', () => Promise<void>>> = {};
  const site = {} as CountedSite;
  beforeAll(async () => {
    stop.parts = await startParts();
  });
  // Hooks of one kind run as they are written: the process goes before its database, and that before its server.
  afterAll(() => stop.process?.());
  site.env = useTestEnv();
  beforeAll(async () => {
    const started = await startCounted(site.env);
    stop.process = started.stop;
    site.get = started.get;
  });
  afterAll(() => stop.parts?.());
  return site;
}

async function startCounted({ db, databaseUrl }: TestEnv) {
  const proxy = await startStatementProxy(databaseUrl);
  const product = await startOwnProduct(proxy.databaseUrl, { WEB_CONCURRENCY: '1' }).catch(async (error) => {
    await proxy.stop();
    throw error;
  });

  async function get(path: string, member?: { id: string }): Promise<CountedAnswer> {
    const headers: HeadersInit = member ? { cookie: await cookieOf(member.id) } : {};
    for (;;) {
      await proxy.quiet();
      proxy.take();
      const response = await fetch(product.url + path, { headers, redirect: 'manual' });
      const body = await response.text();
      await proxy.quiet();
      const statements = proxy.take();
      // A job lies whole inside or outside of what was counted.
      const wasDisturbed = statements.some((statement) => BEGINS_JOB.test(statement));
      if (!wasDisturbed) return { status: response.status, body, statements };
      // What was kept by that try is made anew by the next.
      await db.$executeRaw`INSERT INTO "PageChange" ("tag") VALUES ('catalogue')`;
    }
  }

  async function stop() {
    await product.stop();
    await proxy.stop();
  }

  return { get, stop };
}
