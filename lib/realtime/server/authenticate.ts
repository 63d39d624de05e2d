import type { IncomingMessage } from 'node:http';
import type { Actor } from '@/lib/core/actor';
import { resolveActor } from '@/lib/features/auth/server/resolve-actor';
import { verifyAccessToken } from './access-token';
import { mayUseCookie } from './origin';
import { readSessionCookie } from './session-cookie';
import type { CreateContext, Session, SocketData } from './types';

/** Events within this time of the last look share it. */
const CHECK_MS = 2_000;

export interface Credentials {
  /** `auth` of the handshake, as the client sent it */
  auth: unknown;
  request: IncomingMessage;
}

/** The session that a handshake brings: an access token when it names one, else next-auth's cookie; null for neither. */
export async function readSession(
  { auth, request }: Credentials,
  { sessionSecret, publicOrigin }: { sessionSecret: string; publicOrigin: string },
): Promise<Session | null> {
  const token = (auth as { token?: unknown } | null)?.token;
  if (token !== undefined) {
    return typeof token === 'string' ? verifyAccessToken(token, sessionSecret) : null;
  }
  if (!mayUseCookie(request, publicOrigin)) return null;
  const isSecure = publicOrigin.startsWith('https:');
  return readSessionCookie(request.headers.cookie, { secret: sessionSecret, isSecure });
}

/** Who a session belongs to now; a visitor when it has ended. */
export async function actorOf(createContext: CreateContext, session: Session): Promise<Actor> {
  if (session.endsAt <= Date.now()) return { kind: 'visitor' };
  const ctx = createContext({ kind: 'visitor' });
  return resolveActor(ctx.db, session, ctx);
}

/** The same for a socket that is open, asked anew at most every 2 s. */
export async function currentActor(createContext: CreateContext, data: SocketData): Promise<Actor> {
  const now = Date.now();
  if (now - data.checkedAt >= CHECK_MS || data.session.endsAt <= now) {
    data.actor = await actorOf(createContext, data.session);
    data.checkedAt = now;
  }
  return data.actor;
}
