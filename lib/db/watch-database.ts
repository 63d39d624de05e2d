import { Client, type ClientConfig } from 'pg';
import { createPulse } from '@/lib/core/pulse';
import { lineOf } from './line-of';

export interface DatabaseWatch {
  /** for `new Pool`: makes clients that give up when the database does not answer */
  Client: typeof Client;
  /** true while it gives no answer */
  isAway(): boolean;
  /** true then, and for a second after a connection was lost or refused */
  isFailing(): boolean;
  stop(): void;
}

/** Told from what is asked for people's sake (tests count that). */
export const PULSE = 'SELECT 1 AS pulse';
const EVERY_MS = 300;
const PATIENCE_MS = 1_200;
const FAILING_MS = 1_000;

/**
 * Watches the database over a connection of its own. While it does not answer, statements under way end with 08006 and
 * new ones begin with it, so that nobody waits longer than 1.5 s to hear of it; what a statement did by then is unknown,
 * as when a line is cut.
 *
 * @param config of the database, without those of the pool
 */
export function watchDatabase(config: ClientConfig): DatabaseWatch {
  const open = new Set<Client>();
  let asking: Client | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;

  const pulse = createPulse({
    async ask(signal) {
      try {
        asking ??= await connect(config, signal);
        await asking.query(PULSE);
      } catch (error) {
        letGo();
        throw error;
      }
    },
    everyMs: EVERY_MS,
    patienceMs: PATIENCE_MS,
    onAway() {
      letGo();
      for (const client of open) cut(client);
    },
    onBack: () => undefined,
  });

  function letGo() {
    if (asking) cut(asking);
    asking = undefined;
  }

  function noting(done: (error: Error) => void) {
    return (error: Error) => {
      if (error) failedAt = performance.now();
      done(error);
    };
  }

  class WatchedClient extends Client {
    constructor(own?: string | ClientConfig) {
      super(own);
      open.add(this);
      this.once('end', () => open.delete(this));
      // Refused, lost, or ended by the server. Whoever uses it hears of it from what was asked.
      this.on('error', () => {
        failedAt = performance.now();
      });
    }

    override connect(): Promise<Client>;
    override connect(done: (error: Error) => void): void;
    override connect(done?: (error: Error) => void) {
      if (!pulse.isAway()) return done ? super.connect(noting(done)) : super.connect();
      open.delete(this);
      if (!done) return Promise.reject(noAnswer());
      process.nextTick(done, noAnswer());
    }
  }

  return {
    Client: WatchedClient as typeof Client,
    isAway: pulse.isAway,
    isFailing: () => pulse.isAway() || performance.now() - failedAt < FAILING_MS,
    stop() {
      pulse.stop();
      letGo();
    },
  };
}

async function connect(config: ClientConfig, signal: AbortSignal): Promise<Client> {
  const client = new Client({ ...config, application_name: 'egodaeyeo pulse' });
  // The question that finds it dead says so.
  client.on('error', () => undefined);
  signal.addEventListener('abort', () => cut(client), { once: true });
  const connecting = client.connect();
  lineOf(client).unref();
  await connecting;
  return client;
}

function cut(client: Client) {
  lineOf(client).destroy(noAnswer());
}

/** connection_failure, which translateDbError knows. */
function noAnswer(): Error {
  return Object.assign(new Error('The database does not answer.'), { code: '08006' });
}
