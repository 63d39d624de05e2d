import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry } from 'prom-client';

const ASK = 'egodaeyeo:metrics?';
const ANSWER = 'egodaeyeo:metrics';
const PATIENCE_MS = 6_000;

interface Answer {
  type: typeof ANSWER;
  id: number;
  /** null: they could not be read */
  text: string | null;
}

/** In the first process: adds up what all workers have counted, for the worker that was asked. */
export function answerWorkers(): void {
  const registry = new AggregatorRegistry();
  cluster.on('message', (worker: Worker, message: { type?: unknown; id?: unknown }) => {
    if (message?.type !== ASK) return;
    const send = (text: string | null) => {
      if (worker.isConnected()) worker.send({ type: ANSWER, id: message.id, text });
    };
    registry.clusterMetrics().then(send, () => send(null));
  });
}

let asked = 0;

/** In a worker. @throws Error when the first process does not answer in time */
export function readAllWorkers(): Promise<string> {
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => done(null), PATIENCE_MS);
    const listen = (message: Partial<Answer>) => {
      if (message?.type === ANSWER && message.id === id) done(message.text ?? null);
    };
    function done(text: string | null) {
      clearTimeout(timer);
      process.off('message', listen);
      if (text === null) reject(new Error('The figures of the workers could not be read.'));
      else resolve(text);
    }
    process.on('message', listen);
    process.send?.({ type: ASK, id });
  });
}
