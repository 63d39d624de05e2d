import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, type Registry } from 'prom-client';

type Figures = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

const PATIENCE_MS = 5_000;

/** What the first process and its workers say to each other of their figures. */
interface Said {
  /** all?: of all workers together, by a worker. own?: of one worker, by the first process */
  type: 'egodaeyeo:all?' | 'egodaeyeo:all' | 'egodaeyeo:own?' | 'egodaeyeo:own';
  id: number;
  /** null: they could not be read */
  text?: string | null;
  figures?: Figures;
}

let asked = 0;

/**
 * In the first process: adds up what the workers that serve have counted, for the one that was asked. One that still loads
 * has counted nothing, and is not waited for.
 */
export function answerWorkers(): void {
  const serving = new Set<Worker>();
  cluster.on('exit', (worker) => serving.delete(worker));
  cluster.on('message', (worker: Worker, message: Partial<Said> | 'ready') => {
    if (message === 'ready') serving.add(worker);
    else if (message?.type === 'egodaeyeo:all?') {
      const send = (text: string | null) => {
        if (worker.isConnected()) say(worker, { type: 'egodaeyeo:all', id: message.id ?? 0, text });
      };
      addUp(new Set([worker, ...serving])).then(send, () => send(null));
    }
  });
}

async function addUp(workers: Set<Worker>): Promise<string> {
  const figures = await Promise.all([...workers].map(askWorker));
  return AggregatorRegistry.aggregate(figures.filter((one) => one !== null)).metrics();
}

/** @returns null when it ended instead. @throws Error when it does not answer in time */
function askWorker(worker: Worker): Promise<Figures | null> {
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => done(() => reject(new Error('A worker does not answer.'))), PATIENCE_MS);
    const listen = (message: Partial<Said>) => {
      if (message?.type === 'egodaeyeo:own' && message.id === id) done(() => resolve(message.figures ?? []));
    };
    const ended = () => done(() => resolve(null));
    function done(tell: () => void) {
      clearTimeout(timer);
      worker.off('message', listen);
      worker.off('exit', ended);
      tell();
    }
    worker.on('message', listen);
    worker.once('exit', ended);
    say(worker, { type: 'egodaeyeo:own?', id });
  });
}

/** A worker that goes is heard of by its end. */
function say(worker: Worker, said: Said) {
  worker.send(said, () => undefined);
}

/** In a worker: tells the first process what this one has counted. */
export function tellFigures(registry: Registry): void {
  process.on('message', (message: Partial<Said>) => {
    if (message?.type !== 'egodaeyeo:own?') return;
    const { id = 0 } = message;
    registry.getMetricsAsJSON().then(
      (figures) => process.send?.({ type: 'egodaeyeo:own', id, figures } satisfies Said),
      () => undefined,
    );
  });
}

/** In a worker. @throws Error when the first process does not answer in time */
export function readAllWorkers(): Promise<string> {
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => done(null), PATIENCE_MS + 1_000);
    const listen = (message: Partial<Said>) => {
      if (message?.type === 'egodaeyeo:all' && message.id === id) done(message.text ?? null);
    };
    function done(text: string | null) {
      clearTimeout(timer);
      process.off('message', listen);
      if (text === null) reject(new Error('The figures of the workers could not be read.'));
      else resolve(text);
    }
    process.on('message', listen);
    process.send?.({ type: 'egodaeyeo:all?', id } satisfies Said);
  });
}
