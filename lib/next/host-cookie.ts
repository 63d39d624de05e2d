import { serverEnv } from '@/lib/env/server-env';

/**
 * The name under which a cookie of this site goes. Over TLS browsers take a `__Host-` cookie from this very host alone,
 * for all of it, and never over plain HTTP.
 */
export function hostCookieName(name: string): string {
  return isSecure() ? `__Host-${name}` : name;
}

/** No script reads it, and no page of another site sends it along with more than a link. */
export function hostCookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const;
}

function isSecure(): boolean {
  return serverEnv().NEXTAUTH_URL.startsWith('https:');
}
