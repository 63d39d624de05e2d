import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { SECRET } from './realtime-env';
import { testParts } from './test-parts';

export interface KillableServer {
  /** stays the same over restarts */
  url: string;
  /** Breaks about that share of the open connections, without a word to either side. */
  cut(share: number): void;
  /** Stops the process where it is (SIGSTOP) or lets it go on. */
  freeze(isFrozen: boolean): void;
  /** SIGKILL, then a new process. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/** The sockets in a process of their own, behind a line that can be cut. */
export async function startKillableServer(databaseUrl: string, redisUrl?: string): Promise<KillableServer> {
  let child: ChildProcess;
  let port = 0;
  const lines = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    const close = () => {
      client.destroy();
      server.destroy();
      lines.delete(client);
    };
    lines.add(client);
    for (const side of [client, server]) side.on('error', close).on('close', close).setNoDelay(true);
    client.pipe(server).pipe(client);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  async function start() {
    const settings = { databaseUrl, secret: SECRET, origin: url, storage: testParts().storage, redisUrl };
    child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/realtime-server.ts'], {
      env: { ...process.env, REALTIME_SERVER: JSON.stringify(settings) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (!child.stdout) throw new Error('The server has no output.');
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    port = Number(line);
  }

  async function kill() {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  await start();
  return {
    url,
    cut(share) {
      for (const line of lines) if (Math.random() < share) line.destroy();
    },
    freeze(isFrozen) {
      child.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT');
    },
    async killAndRestart() {
      await kill();
      await start();
    },
    async stop() {
      await kill();
      for (const line of lines) line.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
