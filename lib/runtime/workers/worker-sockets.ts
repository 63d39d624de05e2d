import cluster from 'node:cluster';
import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { join } from 'node:path';
import { type Duplex, pipeline } from 'node:stream';

export interface WorkerSockets {
  /** what the ids of this worker's engine.io sessions begin with */
  sessionPrefix: string;
  /** Hands on what belongs to a session of another worker. To be called when all other listeners are there. */
  share(httpServer: Server): Promise<void>;
}

/** A connection for each request: one that is given up must not take another's along. */
const ONCE = new Agent({ keepAlive: false });

/** engine.io's answer for a session that it does not know: clients begin a new one. */
const UNKNOWN_SESSION = '{"code":1,"message":"Session ID unknown"}';
const SESSION = /^\/socket\.io\/\?(?:.*&)?sid=w(\d+)\./;

/**
 * The workers behind one port take connections by turns, but the requests of one long-polling session, and its upgrade
 * to a WebSocket, have to reach the worker that began it: its number stands in the session's id.
 *
 * @param folder in which each worker listens for the others
 * @returns null in a process that is no worker
 */
export function workerSockets(folder: string | undefined): WorkerSockets | null {
  if (!cluster.worker || !folder) return null;
  const own = String(cluster.worker.id);
  const socketOf = (id: string) => join(folder, `${id}.sock`);
  const ownerOf = ({ url = '' }: IncomingMessage) => {
    const owner = SESSION.exec(url)?.[1];
    return owner === own ? undefined : owner;
  };

  async function share(httpServer: Server) {
    const passRequest = takeOver(httpServer, 'request');
    const passUpgrade = takeOver(httpServer, 'upgrade');
    httpServer.on('request', (asked, response) => {
      const owner = ownerOf(asked);
      if (owner === undefined) passRequest(asked, response);
      else forward(socketOf(owner), asked, response);
    });
    httpServer.on('upgrade', (asked, socket, head) => {
      const owner = ownerOf(asked);
      if (owner === undefined) passUpgrade(asked, socket, head);
      else forwardUpgrade(socketOf(owner), asked, socket, head);
    });
    const door = createServer((asked, response) => httpServer.emit('request', asked, response));
    door.on('upgrade', (...event) => httpServer.emit('upgrade', ...event));
    await new Promise<void>((resolve) => door.listen({ path: socketOf(own), exclusive: true }, resolve));
    door.unref();
    httpServer.once('close', () => door.close());
  }

  return { sessionPrefix: `w${own}.`, share };
}

/** Takes an event from its listeners. @returns what hands it to them */
function takeOver(httpServer: Server, event: 'request' | 'upgrade'): (...args: unknown[]) => void {
  const listeners = httpServer.listeners(event);
  httpServer.removeAllListeners(event);
  return (...args) => {
    for (const listener of listeners) listener.apply(httpServer, args);
  };
}

function forward(socketPath: string, asked: IncomingMessage, response: ServerResponse) {
  const { method, url: path } = asked;
  // Not closed by the other side: it may have answered before this side has said that the body is over.
  const headers = { ...asked.headers, connection: 'keep-alive' };
  const sent = request({ socketPath, method, path, headers, agent: ONCE }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    // A worker that dies in the middle of an answer ends it here too.
    pipeline(answer, response, () => undefined);
  });
  sent.on('error', () => {
    if (response.headersSent) return void response.destroy();
    response.writeHead(400, { 'content-type': 'application/json' }).end(UNKNOWN_SESSION);
  });
  response.once('close', () => sent.destroy());
  asked.pipe(sent);
}

function forwardUpgrade(socketPath: string, asked: IncomingMessage, socket: Duplex, head: Buffer) {
  const { method, url: path, headers } = asked;
  const sent = request({ socketPath, method, path, headers, agent: ONCE });
  const end = () => socket.destroy();
  socket.on('error', () => sent.destroy());
  sent.on('error', end).on('response', end);
  sent.on('upgrade', (answer, upstream, upstreamHead) => {
    socket.write(headOf(answer));
    socket.write(upstreamHead);
    upstream.write(head);
    for (const side of [socket, upstream]) side.on('error', () => undefined);
    upstream.once('close', end);
    socket.once('close', () => upstream.destroy());
    upstream.pipe(socket).pipe(upstream);
  });
  sent.end();
}

function headOf({ statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const lines = rawHeaders.flatMap((name, index) => (index % 2 ? [] : [`${name}: ${rawHeaders[index + 1]}`]));
  return [`HTTP/1.1 ${statusCode} ${statusMessage}`, ...lines, '', ''].join('\r\n');
}
