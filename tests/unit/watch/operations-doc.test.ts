import { readFileSync } from 'node:fs';
import { JOBS } from '@/lib/jobs/registry';
import { startMetrics } from '@/lib/runtime/watch/metrics';

const PREFIX = 'egodaeyeo_';
const DOC = readFileSync('docs/OPERATIONS.md', 'utf8');
/** What a histogram is read by. */
const SUFFIX = /_(?:bucket|sum|count)$/;

describe('docs/OPERATIONS.md', () => {
  const registry = startMetrics({
    pool: () => ({ total: 0, idle: 0, waiting: 0 }),
    isDatabaseThere: () => true,
    isRedisThere: () => true,
    isStorageThere: async () => true,
    sockets: () => ({ chat: 0, alerts: 0 }),
    afterwards: () => 0,
  });
  afterAll(() => registry.clear());

  /** Names of metrics with what stands in braces behind them. */
  const named = [...DOC.matchAll(/egodaeyeo_(\w+)(?:\{([^}]*)\})?/g)].map(([, name = '', labels = '']) => ({
    name,
    labels,
  }));

  it('names metrics that /metrics gives, and no others', async () => {
    const known = (await registry.getMetricsAsJSON()).map(({ name }) => name);
    const names = [...new Set(named.map(({ name }) => PREFIX + name))];
    expect(names.length).toBeGreaterThan(10);
    const unknown = names.filter(
      (name) => !known.includes(name) && !known.includes(name.replace(SUFFIX, '')),
    );
    expect(unknown).toEqual([]);
  });

  it('asks for labels that they have', () => {
    const wrong = named.flatMap(({ name, labels }) => {
      const metric = registry.getSingleMetric((PREFIX + name).replace(SUFFIX, ''));
      const has = labelsOf(metric);
      return [...labels.matchAll(/(\w+)=~?"/g)]
        .filter(([, label = '']) => !has.includes(label))
        .map(([, label]) => `${name} ${label}`);
    });
    expect(wrong).toEqual([]);
  });

  it('knows the jobs by their names', () => {
    const jobs = [...DOC.matchAll(/job="([^"]+)"|named `job ([^`]+)`/g)].map(
      ([, one, other]) => one ?? other,
    );
    expect(jobs.length).toBeGreaterThan(0);
    for (const job of jobs) expect(JOBS.map(({ name }) => name)).toContain(job);
  });
});

/** prom-client keeps them in a field that its types do not show. */
function labelsOf(metric: unknown): string[] {
  return (metric as { labelNames?: string[] } | undefined)?.labelNames ?? [];
}
