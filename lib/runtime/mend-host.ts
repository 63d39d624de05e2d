import type { IncomingMessage } from 'node:http';
import { isProxy, type TrustedProxies } from './client-address';

/** What only a proxy has to say. */
const FORWARDED = ['forwarded', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto'];

/**
 * Forgets under which host somebody claims to have asked, unless a trusted proxy says so. A page of the site is one of
 * its host, whatever a proxy before this process has made of it: Next.js would refuse its actions with 500.
 *
 * @param siteUrl as people reach the site
 */
export function mendHost(
  { headers, socket }: IncomingMessage,
  trusted: TrustedProxies,
  siteUrl: string,
): void {
  if (!isProxy(socket.remoteAddress, trusted)) for (const name of FORWARDED) delete headers[name];
  const { origin, host } = new URL(siteUrl);
  if (headers.origin === origin) headers['x-forwarded-host'] = host;
}
