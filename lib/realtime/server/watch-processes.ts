import { randomUUID } from 'node:crypto';
import type { AnyNamespace } from './serve';

const EVERY_MS = 4_000;
/** Three words in a row that did not come. */
const SILENT_MS = 13_000;
const HERE = 'process:here';
const GONE = 'process:gone';

export interface Processes {
  /** how many share the sockets, this one included, as far as they have said so */
  count(): number;
  /** Says goodbye, so that nobody misses this process. */
  stop(): void;
}

interface ProcessesOptions {
  namespace: AnyNamespace;
  /** whether others can be heard now: while nobody can, silence means nothing */
  canAsk(): boolean;
  /** One has fallen silent without a goodbye. */
  onLost(): void;
  everyMs?: number | undefined;
}

/** Each process that shares the sockets says every 4 s that it is there. */
export function watchProcesses({
  namespace,
  canAsk,
  onLost,
  everyMs = EVERY_MS,
}: ProcessesOptions): Processes {
  const own = randomUUID();
  const heard = new Map<string, number>();
  const silentMs = (everyMs / EVERY_MS) * SILENT_MS;
  const say = (isNew: boolean) => namespace.serverSideEmit(HERE, own, isNew);

  namespace.on(HERE, (id: string, isNew: boolean) => {
    heard.set(id, Date.now());
    if (isNew) say(false);
  });
  namespace.on(GONE, (id: string) => heard.delete(id));

  function look() {
    if (!canAsk()) {
      for (const id of heard.keys()) heard.set(id, Date.now());
      return;
    }
    say(false);
    const silent = [...heard].filter(([, at]) => Date.now() - at > silentMs);
    for (const [id] of silent) heard.delete(id);
    if (silent.length > 0) onLost();
  }

  say(true);
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    count: () => 1 + heard.size,
    stop() {
      clearInterval(timer);
      namespace.serverSideEmit(GONE, own);
    },
  };
}

/** Where nobody shares the sockets. */
export const ALONE: Processes = { count: () => 1, stop: () => undefined };
