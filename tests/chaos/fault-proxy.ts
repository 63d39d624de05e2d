import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * pass: hands everything on. delay: half a second later. blackhole: takes everything, gives nothing. half-open: tells one
 * side that the other has gone, and not the other. drop-answers: what is asked arrives, what is answered does not.
 * reset: ends what is open, refuses what is new.
 */
export const LINK_FAULTS = ['delay', 'blackhole', 'half-open', 'drop-answers', 'reset'] as const;
export type LinkFault = (typeof LINK_FAULTS)[number];

export interface FaultProxy {
  port: number;
  /** Holds for lines that are open and for new ones, until `mend`. */
  spoil(fault: LinkFault): void;
  /** Lines that were spoilt are cut, as a network that comes back does not bring them back. */
  mend(): void;
  stop(): Promise<void>;
}

interface Line {
  near: Socket;
  far: Socket;
}

const DELAY_MS = 500;

/** Stands on a link between two processes of a test and spoils it when told to. */
export async function startFaultProxy(target: { host: string; port: number }): Promise<FaultProxy> {
  const lines = new Set<Line>();
  let fault: LinkFault | null = null;

  const server = createServer((near) => {
    if (fault === 'reset') return near.resetAndDestroy();
    const far = connect(target.port, target.host);
    const line = { near, far };
    lines.add(line);
    near.on('data', (bytes) => carry(bytes, far, fault === 'blackhole' || fault === 'half-open'));
    far.on('data', (bytes) => carry(bytes, near, fault !== null && fault !== 'delay'));
    for (const side of [near, far]) {
      side.setNoDelay(true);
      side.on('error', () => cut(line));
      side.on('close', () => cut(line));
    }
  });

  function carry(bytes: Buffer, to: Socket, isLost: boolean) {
    if (isLost) return;
    if (fault !== 'delay') return void to.write(bytes);
    setTimeout(() => to.writable && to.write(bytes), DELAY_MS);
  }

  function cut(line: Line) {
    lines.delete(line);
    line.near.destroy();
    line.far.destroy();
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    spoil(next) {
      fault = next;
      for (const { near, far } of lines) {
        if (next === 'reset') for (const side of [near, far]) side.resetAndDestroy();
        if (next === 'half-open') near.end();
      }
    },
    mend() {
      const wasLossy = fault !== null && fault !== 'delay';
      fault = null;
      if (wasLossy) for (const line of lines) cut(line);
    },
    async stop() {
      for (const line of lines) cut(line);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
