import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createQueue } from './queue';

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

export interface ProxyTarget {
  host: string;
  port: number;
  /** the target sees the address of whoever asks, one of this machine's own */
  keepsAddress?: boolean;
}

interface Line {
  /** whoever asks */
  near: Socket;
  /** whoever answers */
  far: Socket;
}

const DELAY_MS = 500;
/** Faults under which what one side sends, its end included, does not reach the other. */
const LOSES: Record<'asked' | 'answered', readonly (LinkFault | null)[]> = {
  asked: ['blackhole', 'half-open'],
  answered: ['blackhole', 'half-open', 'drop-answers'],
};

/** Stands on a link between two processes of a test and spoils it when told to. */
export async function startFaultProxy({ keepsAddress, ...target }: ProxyTarget): Promise<FaultProxy> {
  const lines = new Set<Line>();
  let fault: LinkFault | null = null;

  const server = createServer({ allowHalfOpen: true }, (near) => {
    if (fault === 'reset') return near.resetAndDestroy();
    const own = keepsAddress && near.remoteAddress ? { localAddress: near.remoteAddress } : {};
    const far = connect({ ...target, ...own, allowHalfOpen: true });
    const line = { near, far };
    lines.add(line);
    carry(line, near, far, 'asked');
    carry(line, far, near, 'answered');
  });

  /** All that comes from one side goes to the other, in its order, unless it is lost. */
  function carry(line: Line, from: Socket, to: Socket, what: keyof typeof LOSES) {
    const queue = createQueue(() => (fault === 'delay' ? DELAY_MS : 0));
    const pass = (step: () => void) => {
      if (!LOSES[what].includes(fault)) queue(step);
    };
    from.setNoDelay(true);
    from.on('data', (bytes) => pass(() => to.writable && to.write(bytes)));
    from.on('end', () => pass(() => to.end()));
    // `close` says the same.
    from.on('error', () => undefined);
    from.on('close', (hasFailed) => {
      if (to.closed) lines.delete(line);
      pass(() => hasFailed && to.destroy());
    });
  }

  function cut({ near, far }: Line) {
    near.destroy();
    far.destroy();
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
