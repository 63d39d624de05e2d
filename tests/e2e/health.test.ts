import { type FaultProxy, startFaultProxy } from '@/tests/chaos/fault-proxy';
import { type OwnProduct, startOwnProduct } from '@/tests/support/own-product';
import { startParts } from '@/tests/support/start-parts';
import { useTestEnv } from '@/tests/support/test-env';
import { testParts } from '@/tests/support/test-parts';

/** An answer comes within 2 s on a machine that has time for it; one that waits for a part that hangs takes 10 s and more. */
const ANSWER_MS = 6_000;

// Hooks between hooks that `useTestEnv` adds.
const startBefore = (work: () => Promise<void>) => beforeAll(work, 60_000);
const stopAfter = (work: () => Promise<void> | undefined) => afterAll(work);

interface Health {
  status: string;
  parts: Record<string, string>;
}

describe('what /api/health says of a product whose parts go', () => {
  let product: OwnProduct | undefined;
  let stopParts: (() => Promise<void>) | undefined;
  const links = {} as Record<'database' | 'storage', FaultProxy>;

  beforeAll(async () => {
    stopParts = await startParts();
  });
  // Hooks of one kind run as they are written: the product goes before its database, and that before its server.
  afterAll(async () => {
    await product?.stop();
    await Promise.all(Object.values(links).map((link) => link.stop()));
  });
  const env = useTestEnv();
  startBefore(async () => {
    const database = new URL(env.databaseUrl);
    const store = new URL(testParts().storage.endpoint);
    links.database = await linkTo(database);
    links.storage = await linkTo(store);
    database.port = String(links.database.port);
    store.port = String(links.storage.port);
    product = await startOwnProduct(database.href, { S3_ENDPOINT: store.origin, WEB_CONCURRENCY: '1' });
  });
  stopAfter(() => stopParts?.());

  const linkTo = ({ port }: URL) => startFaultProxy({ host: '127.0.0.1', port: Number(port) });

  async function readHealth() {
    const begun = performance.now();
    const answer = await fetch(`${product?.url}/api/health`);
    expect(performance.now() - begun).toBeLessThan(ANSWER_MS);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return { code: answer.status, ...((await answer.json()) as Health) };
  }

  async function untilHealthIs(code: number) {
    for (;;) {
      const health = await readHealth();
      if (health.code === code) return health;
    }
  }

  const WHOLE = { code: 200, status: 'ok', parts: { database: 'ok', storage: 'ok' } };

  it('200 while all of them answer', async () => {
    expect(await readHealth()).toEqual(WHOLE);
  });

  it.each([
    ['database', 'blackhole'],
    ['database', 'reset'],
    ['storage', 'blackhole'],
    ['storage', 'reset'],
  ] as const)(
    '503 and which it is while the %s is away (%s), and 200 when it is back',
    async (part, fault) => {
      links[part].spoil(fault);
      expect(await untilHealthIs(503)).toEqual({
        code: 503,
        status: 'unavailable',
        parts: { ...WHOLE.parts, [part]: 'unavailable' },
      });
      links[part].mend();
      expect(await untilHealthIs(200)).toEqual(WHOLE);
    },
  );
});
