import type { IncomingMessage } from 'node:http';
import { isId } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { LOCALE_COOKIES, pickLocale } from '@/lib/next/i18n/locale';

/** A page that is the same for every visitor of one language. */
export interface VisitorPage {
  path: string;
  /** null: the home page */
  itemId: string | null;
  locale: Locale;
}

/** Both of next-auth's names: whoever has one may be a member. */
const SESSION_COOKIE = /(?:^|;\s*)(?:__Secure-|__Host-)?next-auth\.session-token(?:\.\d+)?=/;
const LOCALES = LOCALE_COOKIES.map((name) => new RegExp(`(?:^|;\\s*)${name}=([^;]*)`));
const ITEM = /^\/items\/([^/?#]+)$/;

/**
 * Which kept page a request asks for; null when it is another's, a member's, or not for a document: what the router of
 * a page in the browser fetches (RSC) is no page.
 */
export function visitorPageOf({ method, url, headers }: IncomingMessage): VisitorPage | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  const path = url ?? '';
  // The database writes its ids small, and so do the tags of changes.
  const itemId = ITEM.exec(path)?.[1]?.toLowerCase() ?? null;
  if (path !== '/' && !(itemId && isId(itemId))) return null;
  if (headers.rsc !== undefined || headers['next-action'] !== undefined || headers.range !== undefined)
    return null;
  const cookies = headers.cookie ?? '';
  if (SESSION_COOKIE.test(cookies)) return null;
  const [chosen] = LOCALES.flatMap((pattern) => pattern.exec(cookies)?.[1] ?? []);
  const locale = pickLocale(chosen, headers['accept-language'] ?? null);
  return { path, itemId, locale };
}
