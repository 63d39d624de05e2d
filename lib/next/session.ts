import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { BoundedMap } from '@/lib/core/bounded-map';
import { serverEnv } from '@/lib/env/server-env';
import type { SessionClaims } from '@/lib/features/auth/server/resolve-actor';

export const SESSION_SECONDS = 30 * 24 * 3600;

/** next-auth's own cookie name, so that its routes, our actions and the sockets share one session. */
export function sessionCookieName(): string {
  return isSecure() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

/** Signs in the member whose credentials the domain has just accepted. */
export async function startSession(claims: SessionClaims): Promise<void> {
  const token = await encode({
    token: { sub: claims.userId, userId: claims.userId, sessionVersion: claims.sessionVersion },
    secret: serverEnv().NEXTAUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
  (await cookies()).set(sessionCookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
    maxAge: SESSION_SECONDS,
  });
}

/** Forgets the session in this browser. */
export async function endSession(): Promise<void> {
  (await cookies()).delete({ name: sessionCookieName(), path: '/', secure: isSecure() });
}

interface KnownSession extends SessionClaims {
  /** ms since 1970 */
  endsAt: number;
}

const MOST_KNOWN = 5_000;
/** Cookies that were opened before: what one claims never changes. Whether it still counts is asked each time. */
const known = new BoundedMap<string, KnownSession>(MOST_KNOWN);

/** What the request's session cookie claims, or null when there is none that the server signed. */
export async function readSession(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  const session = known.get(token) ?? (await openSession(token));
  if (!session || session.endsAt <= Date.now()) return null;
  return { userId: session.userId, sessionVersion: session.sessionVersion };
}

async function openSession(token: string): Promise<KnownSession | null> {
  const claims = await decode({ token, secret: serverEnv().NEXTAUTH_SECRET }).catch(() => null);
  const { userId, sessionVersion, exp }: Record<string, unknown> = claims ?? {};
  if (typeof userId !== 'string' || typeof sessionVersion !== 'number' || typeof exp !== 'number')
    return null;
  const session = { userId, sessionVersion, endsAt: exp * 1_000 };
  known.set(token, session);
  return session;
}

function isSecure(): boolean {
  return serverEnv().NEXTAUTH_URL.startsWith('https:');
}
