import { randomUUID } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { BoundedMap } from '@/lib/core/bounded-map';
import { serverEnv } from '@/lib/env/server-env';
import { browserLabel } from '@/lib/features/auth/browser-label';
import { beginSession } from '@/lib/features/auth/server/begin-session';
import type { SessionClaims } from '@/lib/features/auth/server/resolve-actor';
import { SESSION_DAYS } from '@/lib/features/auth/session-life';
import { toSession } from '@/lib/realtime/server/session-claims';
import { createContext } from '@/lib/runtime/create-context';
import { DEVICE_SECONDS, deviceOf, signDevice } from '@/lib/runtime/device';
import { hostCookieName, hostCookieOptions } from './host-cookie';

export const SESSION_SECONDS = SESSION_DAYS * 24 * 3600;

/** One name for next-auth's routes, our actions and the sockets. */
export function sessionCookieName(): string {
  return hostCookieName('next-auth.session-token');
}

/** Signs in the member whose credentials the domain has just accepted: a new session, and the end of the one before. */
export async function startSession({ userId, sessionVersion }: SessionClaims): Promise<void> {
  const token = await encode({
    token: { sub: userId, userId, sessionVersion, ...(await newSession(userId)) },
    secret: serverEnv().NEXTAUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
  (await cookies()).set(sessionCookieName(), token, {
    ...hostCookieOptions(),
    maxAge: SESSION_SECONDS,
  });
  await rememberDevice(userId);
}

/** Name of the cookie that tells a browser where somebody has been signed in before. */
export function deviceCookieName(): string {
  return hostCookieName('device');
}

/**
 * Begins a session in this browser, and ends the one that it had.
 *
 * @returns what its token says of it: which, and until when at the latest (epoch seconds)
 */
export async function newSession(userId: string) {
  const session = { sessionId: randomUUID(), endsAt: Math.floor(Date.now() / 1_000) + SESSION_SECONDS };
  const browser = browserLabel((await headers()).get('user-agent'));
  const stored = { userId, sessionId: session.sessionId, endsAt: session.endsAt * 1_000, browser };
  await beginSession(createContext({ kind: 'visitor' }), stored, await readSession());
  return session;
}

/** This browser, by what it was told at earlier sign-ins. */
export async function readDevice() {
  return deviceOf((await cookies()).get(deviceCookieName())?.value, serverEnv().NEXTAUTH_SECRET);
}

/** Whoever has shown here that they are this member: tries of strangers do not hold them up in this browser. */
export async function rememberDevice(userId: string): Promise<void> {
  const value = await signDevice(await readDevice(), userId, serverEnv().NEXTAUTH_SECRET);
  (await cookies()).set(deviceCookieName(), value, { ...hostCookieOptions(), maxAge: DEVICE_SECONDS });
}

/** Forgets the session in this browser; the domain ends it (end-session.ts). */
export async function forgetSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), '', { ...hostCookieOptions(), maxAge: 0 });
}

export interface KnownSession extends SessionClaims {
  /** ms since 1970 */
  endsAt: number;
}

const MOST_KNOWN = 5_000;
/** Cookies that were opened before: what one claims never changes. Whether it still counts is asked each time. */
const known = new BoundedMap<string, KnownSession>(MOST_KNOWN);

/** What the request's session cookie claims, or null when there is none that the server signed. */
export async function readSession(): Promise<KnownSession | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  const session = known.get(token) ?? (await openSession(token));
  if (!session || session.endsAt <= Date.now()) return null;
  return session;
}

/** Whether the request brings one, good or not. */
export async function hasSessionCookie(): Promise<boolean> {
  return (await cookies()).has(sessionCookieName());
}

async function openSession(token: string): Promise<KnownSession | null> {
  const claims = await decode({ token, secret: serverEnv().NEXTAUTH_SECRET }).catch(() => null);
  const session = toSession(claims);
  if (!session) return null;
  known.set(token, session);
  return session;
}
