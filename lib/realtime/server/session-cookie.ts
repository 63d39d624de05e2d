import { decode } from 'next-auth/jwt';
import { toSession } from './session-claims';
import type { Session } from './types';

const COOKIE_NAME = 'next-auth.session-token';

/**
 * The session in a Cookie header as next-auth writes it, whole or in numbered chunks; null without a valid one.
 *
 * @param isSecure whether the site is reached over TLS: then only a `__Host-` cookie counts, which no other host of the
 *   domain can have set
 */
export async function readSessionCookie(
  header: string | undefined,
  { secret, isSecure }: { secret: string; isSecure: boolean },
): Promise<Session | null> {
  const name = isSecure ? `__Host-${COOKIE_NAME}` : COOKIE_NAME;
  const cookies = parseCookies(header);
  const token = cookies.get(name) ?? joinChunks(cookies, name);
  return token ? toSession(await decode({ token, secret }).catch(() => null)) : null;
}

/** Whether a Cookie header has one at all, good or not. */
export function bringsSessionCookie(header: string | undefined): boolean {
  const known = [COOKIE_NAME, `__Host-${COOKIE_NAME}`].flatMap((name) => [name, `${name}.0`]);
  const names = parseCookies(header);
  return known.some((name) => names.has(name));
}

/** Cookies by name; of a name that comes twice the first counts (RFC 6265, 5.4: the most specific path). */
export function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, Math.max(at, 0)).trim();
    if (name !== '' && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

function joinChunks(cookies: Map<string, string>, name: string): string {
  let token = '';
  for (let index = 0; ; index += 1) {
    const chunk = cookies.get(`${name}.${index}`);
    if (chunk === undefined) return token;
    token += chunk;
  }
}
