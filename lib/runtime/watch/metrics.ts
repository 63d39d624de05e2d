import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Counts, setMeter, type Times } from '@/lib/core/meter';

/** Read when somebody asks; counted, not kept. */
export interface Readings {
  /** connections to the database: all, idle, and requests that wait for one */
  pool(): { total: number; idle: number; waiting: number };
  /** false while its absence is known */
  isDatabaseThere(): boolean;
  /** undefined where none is configured */
  isRedisThere(): boolean | undefined;
  isStorageThere(): Promise<boolean>;
  sockets(): { chat: number; alerts: number };
  /** work that goes on after its answer */
  afterwards(): number;
}

const PREFIX = 'egodaeyeo_';
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

const COUNTERS: { [N in keyof Counts]: { help: string; labelNames: (keyof Counts[N] & string)[] } } = {
  http_requests: { help: 'Answers by method, route and status', labelNames: ['method', 'route', 'status'] },
  refusals: { help: 'Refusals by way in, code and reason', labelNames: ['way', 'code', 'reason'] },
  socket_events: { help: 'Events of sockets by outcome', labelNames: ['event', 'outcome'] },
  domain_events: { help: 'Events published after a commit', labelNames: ['type'] },
  job_runs: { help: 'Runs of jobs by outcome', labelNames: ['job', 'outcome'] },
  kept_pages: { help: 'Pages of visitors by where they came from', labelNames: ['outcome'] },
};
const HISTOGRAMS: { [N in keyof Times]: { help: string; labelNames: (keyof Times[N] & string)[] } } = {
  http_request_seconds: { help: 'Time to the end of an answer', labelNames: ['route'] },
  socket_event_seconds: { help: 'Time to the acknowledgement', labelNames: ['event'] },
};

/** Starts to count in this process. */
export function startMetrics(readings: Readings): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: PREFIX });
  const counters = mapValues(
    COUNTERS,
    (name, made) => new Counter({ ...made, name: `${PREFIX}${name}_total`, registers: [registry] }),
  );
  const histograms = mapValues(
    HISTOGRAMS,
    (name, made) => new Histogram({ ...made, name: PREFIX + name, buckets: SECONDS, registers: [registry] }),
  );
  const succeededAt = new Gauge({
    name: `${PREFIX}job_last_success_timestamp_seconds`,
    help: 'When a job last did its work, in any process',
    labelNames: ['job'],
    registers: [registry],
    aggregator: 'max',
  });
  addReadings(registry, readings);
  setMeter({
    count: (name, labels) => counters[name].inc(labels),
    observe: (name, labels, seconds) => histograms[name].observe(labels, seconds),
    succeeded: (job) => succeededAt.set({ job }, Date.now() / 1_000),
  });
  return registry;
}

function addReadings(registry: Registry, readings: Readings) {
  const gauge = (name: string, help: string, aggregator: 'sum' | 'min', read: () => Promise<number>) =>
    new Gauge({
      name: PREFIX + name,
      help,
      aggregator,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  gauge('database_connections', 'Open connections', 'sum', async () => readings.pool().total);
  gauge('database_connections_idle', 'Idle connections', 'sum', async () => readings.pool().idle);
  gauge(
    'database_waiting',
    'Statements that wait for a connection',
    'sum',
    async () => readings.pool().waiting,
  );
  gauge('database_up', '1 while the database answers', 'min', async () => Number(readings.isDatabaseThere()));
  gauge('storage_up', '1 while the object store answers', 'min', async () =>
    Number(await readings.isStorageThere()),
  );
  if (readings.isRedisThere() !== undefined)
    gauge('redis_up', '1 while Redis answers', 'min', async () => Number(readings.isRedisThere()));
  gauge('sockets_chat', 'Sockets in /chat', 'sum', async () => readings.sockets().chat);
  gauge('sockets_alerts', 'Sockets in /alerts', 'sum', async () => readings.sockets().alerts);
  gauge('afterwards', 'Work that goes on after its answer', 'sum', async () => readings.afterwards());
}

function mapValues<K extends string, V, W>(of: Record<K, V>, map: (key: K, value: V) => W): Record<K, W> {
  return Object.fromEntries((Object.keys(of) as K[]).map((key) => [key, map(key, of[key])])) as Record<K, W>;
}
