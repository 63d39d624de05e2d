import type { ServerResponse } from 'node:http';
import { FIRST_SCRIPT, WAITING } from '@/lib/first-script';

const TAG = Buffer.from(`<script>${FIRST_SCRIPT}</script>`);
const HEAD = Buffer.from('<head>');
const HEAD_END = '</head>';
/** Those of the build that may come at any time, as React writes them. */
const ASYNC_SCRIPTS = /<script (?=src="\/_next\/static\/[^>]* async="")/g;
const MADE_TO_WAIT = `<script type="${WAITING}" `;

/**
 * Orders the head of the page that is written into this answer: its first script comes to its beginning, and the scripts of
 * the build wait until that one wakes them. React puts the styles first whatever stands in the head, and a script after
 * styles stops a browser's reading until they have come: the whole page stood behind it, unread, and what was read before
 * it was laid out alone (docs/decisions/0030).
 */
export function orderHead(response: ServerResponse): void {
  const { write, end } = response;
  let isFirst = true;
  // The head comes with the first piece, or it stays as it is.
  const once =
    (method: typeof write | typeof end) =>
    (...args: unknown[]) => {
      const [piece, ...rest] = args;
      const given = isFirst && isPage(response) ? [ordered(piece, response), ...rest] : args;
      isFirst = false;
      return Reflect.apply(method, response, given);
    };
  Object.assign(response, { write: once(write), end: once(end) });
}

const isPage = (response: ServerResponse) =>
  String(response.getHeader('content-type')).startsWith('text/html');

function ordered(piece: unknown, response: ServerResponse): unknown {
  if (typeof piece !== 'string' && !(piece instanceof Uint8Array)) return piece;
  const length = response.getHeader('content-length');
  // Its length was said, and it would change.
  if (length !== undefined && response.headersSent) return piece;
  const html = Buffer.from(piece as string);
  const from = html.indexOf(TAG);
  const to = html.indexOf(HEAD) + HEAD.length;
  const end = html.indexOf(HEAD_END, to);
  if (from < to || to < HEAD.length || end < from) return piece;
  const before = html.subarray(to, from);
  const after = html.subarray(from + TAG.length, end);
  const head = [before, after].map((part) =>
    Buffer.from(part.toString().replace(ASYNC_SCRIPTS, MADE_TO_WAIT)),
  );
  const page = Buffer.concat([html.subarray(0, to), TAG, ...head, html.subarray(end)]);
  if (length !== undefined) response.setHeader('content-length', Number(length) + page.length - html.length);
  return page;
}
