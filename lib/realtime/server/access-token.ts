import { decode, encode } from 'next-auth/jwt';
import { BoundedMap } from '@/lib/core/bounded-map';
import type { SessionClaims } from '@/lib/features/auth/server/resolve-actor';
import { ACCESS_TOKEN_SECONDS } from '@/lib/features/auth/session-life';
import { toSession } from './session-claims';
import type { Session } from './types';

/** Goes into the key that next-auth derives from the secret: a session cookie is no access token, nor the other way. */
export const ACCESS_TOKEN_SALT = 'api';

/**
 * An access token of the API: an encrypted JWT that claims who and which session (the family of refresh tokens) for 15
 * minutes.
 */
export function signAccessToken(
  { userId, sessionVersion, sessionId }: SessionClaims,
  secret: string,
): Promise<string> {
  return encode({
    token: { userId, sessionVersion, sessionId },
    secret,
    salt: ACCESS_TOKEN_SALT,
    maxAge: ACCESS_TOKEN_SECONDS,
  });
}

const MOST_KNOWN = 5_000;
/** Tokens that were opened before: what one says never changes. Whether it still counts is asked each time. */
const known = new BoundedMap<string, Session>(MOST_KNOWN);

/** The session of an access token; null for anything else. */
export async function verifyAccessToken(token: string, secret: string): Promise<Session | null> {
  const key = `${secret} ${token}`;
  const kept = known.get(key);
  if (kept) return kept;
  const session = toSession(await decode({ token, secret, salt: ACCESS_TOKEN_SALT }).catch(() => null));
  if (session) known.set(key, session);
  return session;
}
