import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { serverEnv } from '@/lib/env/server-env';
import { hostCookieName, hostCookieOptions } from './host-cookie';

const NAME = 'egodaeyeo.kakao-link';
const SECONDS = 600;

/**
 * Writes down, in this browser, that its member is about to link a Kakao account. Without it, coming back from Kakao is a
 * sign-in, whoever is signed in here at that moment.
 */
export async function rememberKakaoLink(userId: string): Promise<void> {
  const secret = serverEnv().NEXTAUTH_SECRET;
  const value = await encode({ token: { userId, sessionVersion: 0 }, secret, salt: NAME, maxAge: SECONDS });
  (await cookies()).set(hostCookieName(NAME), value, { ...hostCookieOptions(), maxAge: SECONDS });
}

/** The member who was about to link one, or null; it is asked once. */
export async function takeKakaoLink(): Promise<string | null> {
  const jar = await cookies();
  const token = jar.get(hostCookieName(NAME))?.value;
  if (!token) return null;
  jar.set(hostCookieName(NAME), '', { ...hostCookieOptions(), maxAge: 0 });
  const secret = serverEnv().NEXTAUTH_SECRET;
  const claims = await decode({ token, secret, salt: NAME }).catch(() => null);
  return typeof claims?.userId === 'string' ? claims.userId : null;
}
