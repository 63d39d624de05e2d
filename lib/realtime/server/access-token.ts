import { decode, encode } from 'next-auth/jwt';
import type { SessionClaims } from '@/lib/features/auth/server/resolve-actor';
import { toSession } from './session-claims';
import type { Session } from './types';

/** Goes into the key that next-auth derives from the secret: a session cookie is no access token, nor the other way. */
export const ACCESS_TOKEN_SALT = 'api';
/** PRODUCT.md 8 */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** An access token of the API: an encrypted JWT that claims { userId, sessionVersion } for 15 minutes. */
export function signAccessToken({ userId, sessionVersion }: SessionClaims, secret: string): Promise<string> {
  return encode({
    token: { userId, sessionVersion },
    secret,
    salt: ACCESS_TOKEN_SALT,
    maxAge: ACCESS_TOKEN_SECONDS,
  });
}

/** The session of an access token; null for anything else. */
export async function verifyAccessToken(token: string, secret: string): Promise<Session | null> {
  return toSession(await decode({ token, secret, salt: ACCESS_TOKEN_SALT }).catch(() => null));
}
