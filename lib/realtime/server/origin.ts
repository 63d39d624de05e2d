import type { IncomingMessage } from 'node:http';

/**
 * Whether a handshake may go on as far as its Origin goes: our own pages, by the configured address or by the very host
 * that was asked. A request without Origin goes on too, but its cookie does not count (`mayUseCookie`).
 *
 * @param publicOrigin scheme, host and port of the product
 */
export function isAllowedOrigin(request: IncomingMessage, publicOrigin: string): boolean {
  const { origin } = request.headers;
  return origin === undefined || isOwnOrigin(origin, request.headers.host, publicOrigin);
}

/**
 * Cookies come by themselves, so they count only where the browser vouches for the page: with one of our own Origins,
 * or, where browsers send none (same-origin GET), with `Sec-Fetch-Site: same-origin`. Other clients sign in by token.
 */
export function mayUseCookie(request: IncomingMessage, publicOrigin: string): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'same-origin';
  return isOwnOrigin(origin, host, publicOrigin);
}

function isOwnOrigin(origin: string, host: string | undefined, publicOrigin: string): boolean {
  if (origin === publicOrigin) return true;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
