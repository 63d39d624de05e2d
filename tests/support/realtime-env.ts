import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encode } from 'next-auth/jwt';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type { Actor, MemberActor } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { ACCESS_TOKEN_SALT } from '@/lib/realtime/server/access-token';
import { attachRealtime, type Realtime, type RealtimeOptions } from '@/lib/realtime/server/attach';
import type { TestEnv } from './test-env';

export const SECRET = 'a secret of the tests that is long enough for all';

export interface RealtimeEnv {
  url: string;
  httpServer: Server;
  realtime: Realtime;
  /** a context whose events and presence are those of the sockets */
  ctx(actor?: Actor): ServiceContext;
  connect(
    namespace: '/chat' | '/alerts' | '/',
    options?: Partial<ManagerOptions & SocketOptions>,
  ): Promise<Socket>;
  /** signed in by next-auth's cookie, from the product's own pages */
  connectAs(member: MemberActor, namespace?: '/chat' | '/alerts'): Promise<Socket>;
}

/**
 * A real HTTP server with the product's sockets on it, in this process. Call it after `useTestEnv`.
 *
 * @param publicOrigin where pages are reached, if not at the server itself
 */
export function useRealtime(
  env: TestEnv,
  patience: RealtimeOptions['patience'] = {},
  publicOrigin?: string,
): RealtimeEnv {
  const open = new Set<Socket>();
  const rt = {} as RealtimeEnv;

  beforeAll(async () => {
    const httpServer = createServer((_request, response) => response.end('page'));
    const ctx = (actor: Actor = { kind: 'visitor' }): ServiceContext => ({
      ...env.ctx(actor),
      now: () => new Date(),
      presence: rt.realtime.presence,
      publish: rt.realtime.publish,
    });
    await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
    const realtime = attachRealtime({
      httpServer,
      createContext: ctx,
      sessionSecret: SECRET,
      publicOrigin: publicOrigin ?? url,
      patience,
    });
    Object.assign(rt, { url, httpServer, realtime, ctx });
  });
  afterEach(() => {
    for (const socket of open) socket.disconnect();
    open.clear();
  });
  afterAll(async () => {
    await rt.realtime.close();
    rt.httpServer.closeAllConnections();
    await new Promise((resolve) => rt.httpServer.close(resolve));
  });

  rt.connect = (namespace, options = {}) =>
    new Promise((resolve, reject) => {
      const socket = io(`${rt.url}${namespace}`, {
        forceNew: true,
        reconnection: false,
        transports: ['websocket'],
        ...options,
      });
      open.add(socket);
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', reject);
    });
  rt.connectAs = async (member, namespace = '/chat') =>
    rt.connect(namespace, { extraHeaders: { Cookie: await cookieOf(member.id), Origin: rt.url } });
  return rt;
}

/** The Cookie header of a signed-in browser. */
export async function cookieOf(
  userId: string,
  sessionVersion = 1,
  maxAge = 3_600,
  session: { sessionId?: string } = {},
): Promise<string> {
  const claims = { sub: userId, userId, sessionVersion, ...session };
  const token = await encode({ token: claims, secret: SECRET, maxAge });
  return `next-auth.session-token=${token}`;
}

export function accessTokenOf(userId: string, maxAge = 900): Promise<string> {
  return encode({ token: { userId, sessionVersion: 1 }, secret: SECRET, salt: ACCESS_TOKEN_SALT, maxAge });
}

/** The next event of that name; fails after 5 s. */
export function next<T>(socket: Socket, event: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No ${event} came.`)), 5_000);
    socket.once(event, (payload: T) => {
      clearTimeout(timer);
      resolve(payload);
    });
  });
}

/** An event with its acknowledgement; fails after 5 s. */
export function ask(socket: Socket, event: string, ...input: unknown[]) {
  return socket.timeout(5_000).emitWithAck(event, ...input);
}

/** Every event that reaches a socket from now on. */
export function record(socket: Socket): [string, unknown][] {
  const seen: [string, unknown][] = [];
  socket.onAny((event, payload) => seen.push([event, payload]));
  return seen;
}
