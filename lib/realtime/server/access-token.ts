import { decode } from 'next-auth/jwt';
import { toSession } from './session-claims';
import type { Session } from './types';

/** Goes into the key that next-auth derives from the secret: a session cookie is no access token, nor the other way. */
export const ACCESS_TOKEN_SALT = 'api';

/**
 * The session of an access token of the API: an encrypted JWT (next-auth's `encode` with ACCESS_TOKEN_SALT) that claims
 * { userId, sessionVersion } and has an end; null for anything else.
 */
export async function verifyAccessToken(token: string, secret: string): Promise<Session | null> {
  return toSession(await decode({ token, secret, salt: ACCESS_TOKEN_SALT }).catch(() => null));
}
