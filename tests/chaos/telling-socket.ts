import type { IncomingMessage } from 'node:http';
import { NodeWebSocket } from 'socket.io-client';

/** WebSockets, as Socket.IO opens them, that tell which process took each: nginx says so in its answer. */
export function tellingSocket(tell: (servedBy: string | undefined) => void) {
  return class extends NodeWebSocket {
    override createSocket(...args: Parameters<NodeWebSocket['createSocket']>) {
      const socket = super.createSocket(...args);
      socket.once('upgrade', ({ headers }: IncomingMessage) => tell(headers['x-served-by']?.toString()));
      return socket;
    }
  };
}
