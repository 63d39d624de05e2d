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
 * Cookies come by themselves, so a page of another site must not get by with them. Browsers name the page with an Origin
 * on every WebSocket and every cross-origin script request, and say `Sec-Fetch-Site` where they send none: a request with
 * neither comes from no page at all.
 */
export function mayUseCookie(request: IncomingMessage, publicOrigin: string): boolean {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (origin === undefined) return site === undefined || site === 'same-origin';
  return isOwnOrigin(origin, host, publicOrigin);
}

function isOwnOrigin(origin: string, host: string | undefined, publicOrigin: string): boolean {
  if (origin === publicOrigin) return true;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
