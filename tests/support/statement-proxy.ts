import { EventEmitter, once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { PULSE } from '@/lib/db/watch-database';
import { createFramer, type Frame, textsOf } from './postgres-frames';

export interface StatementProxy {
  /** of the same database, through here */
  databaseUrl: string;
  /** Resolves when no connection waits for an answer or is inside a transaction, and no job is under way. */
  quiet(): Promise<void>;
  /** The statements since it was last asked, BEGIN and COMMIT included, over all connections. */
  take(): string[];
  stop(): Promise<void>;
}

/** Of lib/db/job-locks.ts: the clock's own work, for which no request has asked. */
export const BEGINS_JOB = /pg_try_advisory_lock\(hashtextextended\(\$1/;
const ENDS_JOB = /pg_advisory_unlock\(hashtextextended\(\$1/;

/** Codes of first messages that ask for an encrypted connection, into which nobody could look. */
const ENCRYPTION = [80_877_103, 80_877_104];
const CANCEL = 80_877_102;

/** Stands between a process and its PostgreSQL, hands everything on, and writes down each statement that is executed. */
export async function startStatementProxy(databaseUrl: string): Promise<StatementProxy> {
  const { hostname, port } = new URL(databaseUrl);
  const statements: string[] = [];
  const busy = new Set<Socket>();
  const open = new Set<Socket>();
  const news = new EventEmitter();
  let jobs = 0;

  const isQuiet = () => busy.size === 0 && jobs === 0;

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let ownJobs = 0;
    let asksForJob = false;
    const countJobs = (change: number) => {
      jobs += change;
      ownJobs += change;
    };
    const note = createNotebook((text) => {
      statements.push(text);
      asksForJob = BEGINS_JOB.test(text);
      if (asksForJob) countJobs(1);
      if (ENDS_JOB.test(text)) countJobs(-1);
    });
    let hasStarted = false;
    let owedAnswers = 0;
    const fromClient = createFramer(() => hasStarted);
    const fromServer = createFramer(() => true);
    open.add(client);

    client.on('data', (bytes) => {
      for (const frame of fromClient(bytes)) {
        const code = frame.type === '' ? frame.body.readInt32BE(0) : 0;
        if (ENCRYPTION.includes(code)) {
          client.write('N');
          continue;
        }
        if (frame.type === '' && code !== CANCEL) hasStarted = true;
        if (frame.type === '' || frame.type === 'Q' || frame.type === 'S') owedAnswers += 1;
        busy.add(client);
        note(frame);
        upstream.write(frame.raw);
      }
    });
    upstream.on('data', (bytes) => {
      for (const frame of fromServer(bytes)) {
        if (frame.type === 'D' && asksForJob) {
          if (isFalse(frame)) countJobs(-1);
          asksForJob = false;
        }
        if (frame.type !== 'Z') continue;
        owedAnswers -= 1;
        if (owedAnswers === 0 && frame.body.toString('latin1') === 'I') rest();
      }
      client.write(bytes);
    });
    const rest = () => {
      busy.delete(client);
      if (isQuiet()) news.emit('quiet');
    };
    const close = () => {
      client.destroy();
      upstream.destroy();
      open.delete(client);
      // Its locks go with it, and the jobs need not say so.
      countJobs(-ownJobs);
      rest();
    };
    for (const side of [client, upstream]) side.on('error', close).on('close', close).setNoDelay(true);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = new URL(databaseUrl);
  own.hostname = '127.0.0.1';
  own.port = String((server.address() as AddressInfo).port);

  return {
    databaseUrl: own.href,
    async quiet() {
      while (!isQuiet()) await once(news, 'quiet');
    },
    // A process that watches its database asks whether it is there; nobody's page does.
    take: () => statements.splice(0).filter((statement) => statement !== PULSE),
    async stop() {
      for (const client of open) client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One row of one column, which says no: another does that job. */
function isFalse({ body }: Frame): boolean {
  return body.subarray(6).toString('latin1') === 'f';
}

/** What one connection executes: at once (Query), or parsed, bound and executed under names that may stay. */
function createNotebook(write: (statement: string) => void): (frame: Frame) => void {
  const parsed = new Map<string, string>();
  const bound = new Map<string, string>();
  return (frame) => {
    const [first = '', second = ''] = 'QPBE'.includes(frame.type) ? textsOf(frame, 2) : [];
    if (frame.type === 'Q') write(first);
    if (frame.type === 'P') parsed.set(first, second);
    if (frame.type === 'B') bound.set(first, parsed.get(second) ?? '');
    if (frame.type === 'E') write(bound.get(first) ?? '');
  };
}
