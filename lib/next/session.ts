import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
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

/** What the request's session cookie claims, or null when there is none that the server signed. */
export async function readSession(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  const claims = await decode({ token, secret: serverEnv().NEXTAUTH_SECRET }).catch(() => null);
  if (typeof claims?.userId !== 'string' || typeof claims.sessionVersion !== 'number') return null;
  return { userId: claims.userId, sessionVersion: claims.sessionVersion };
}

function isSecure(): boolean {
  return serverEnv().NEXTAUTH_URL.startsWith('https:');
}
