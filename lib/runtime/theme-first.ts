import type { ServerResponse } from 'node:http';
import { THEME_SCRIPT } from '@/lib/theme-scripts';

const TAG = Buffer.from(`<script>${THEME_SCRIPT}</script>`);
const HEAD = Buffer.from('<head>');

/**
 * Takes the script of the theme to the beginning of the head of the page that is written into this answer. React puts
 * the styles first whatever stands in the head, and a script after styles stops a browser's reading until they have
 * come: the whole page stood behind it, unread, and what was read before it was laid out alone (docs/decisions/0030).
 */
export function themeFirst(response: ServerResponse): void {
  const { write, end } = response;
  let isFirst = true;
  // The head comes with the first piece, or it stays as it is.
  const once =
    (method: typeof write | typeof end) =>
    (...args: unknown[]) => {
      const [piece, ...rest] = args;
      const given = isFirst && isPage(response) ? [withThemeFirst(piece), ...rest] : args;
      isFirst = false;
      return Reflect.apply(method, response, given);
    };
  Object.assign(response, { write: once(write), end: once(end) });
}

const isPage = (response: ServerResponse) =>
  String(response.getHeader('content-type')).startsWith('text/html');

function withThemeFirst(piece: unknown): unknown {
  if (typeof piece !== 'string' && !(piece instanceof Uint8Array)) return piece;
  const html = Buffer.from(piece as string);
  const from = html.indexOf(TAG);
  const to = html.indexOf(HEAD) + HEAD.length;
  if (from < to || to < HEAD.length) return piece;
  const rest = html.subarray(from + TAG.length);
  return Buffer.concat([html.subarray(0, to), TAG, html.subarray(to, from), rest]);
}
