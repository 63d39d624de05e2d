import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface DeafProxy {
  /** of the same database, through here */
  databaseUrl: string;
  /** From now on nothing comes through lines that are open, and neither end hears when the other goes; new lines are whole. */
  deafen(): void;
  stop(): Promise<void>;
}

/** Stands before a database as a network whose lines can die without a word. */
export async function startDeafProxy(databaseUrl: string): Promise<DeafProxy> {
  const { hostname, port } = new URL(databaseUrl);
  const ends = new Set<Socket>();
  let whole = new Set<Socket>();

  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      whole.add(end);
      end.on('data', (bytes) => whole.has(end) && other.write(bytes));
      end.on('error', () => undefined);
      end.on('close', () => whole.has(end) && other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = new URL(databaseUrl);
  own.hostname = '127.0.0.1';
  own.port = String((server.address() as AddressInfo).port);
  return {
    databaseUrl: own.href,
    deafen() {
      whole = new Set();
    },
    async stop() {
      for (const end of ends) end.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
