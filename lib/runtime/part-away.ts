import type { IncomingMessage, ServerResponse } from 'node:http';
import { localeOf, sayReason } from '@/lib/realtime/server/language';

const RETRY_SECONDS = 3;

/**
 * While the database gives no answer, says so in place of a page: 503, in the reader's language, and the browser asks
 * again by itself. Files, and what programs ask for, go on to whoever answers them.
 *
 * @returns false when the request is for others
 */
export function answerAway(request: IncomingMessage, response: ServerResponse): boolean {
  if (!isPage(request)) return false;
  send(request, response);
  return true;
}

/**
 * What fails because a part is away says 503, not that the program is broken. A page that failed before anything of it was
 * sent gives way to the one that says so.
 */
export function sayAwayWhen(
  isFailing: () => boolean,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const outgoing = response as unknown as Outgoing;
  const { writeHead, write, end } = outgoing;
  let isReplaced = false;
  const own: Outgoing = {
    writeHead(status, ...rest) {
      if (replace(status)) return response;
      if (status !== 500 || !isFailing()) return writeHead.call(response, status, ...rest);
      response.setHeader('Retry-After', String(RETRY_SECONDS));
      response.setHeader('Cache-Control', 'no-store');
      return writeHead.call(response, 503, ...rest);
    },
    write: (...args) => (replace(response.statusCode) ? ignore(args) : write.apply(response, args)),
    end: (...args) => (replace(response.statusCode) ? ignore(args) : end.apply(response, args)),
  };
  Object.assign(outgoing, own);

  /** At the first word of an answer. @returns whether another one has gone out */
  function replace(status: unknown): boolean {
    if (isReplaced || response.headersSent || status !== 500 || !isFailing() || !isPage(request))
      return isReplaced;
    isReplaced = true;
    for (const name of OF_THE_FAILED) response.removeHeader(name);
    Object.assign(outgoing, { writeHead, write, end });
    send(request, response);
    Object.assign(outgoing, own);
    return true;
  }
}

/** Whoever writes waits for no one. */
function ignore(args: readonly unknown[]): true {
  const done = args.at(-1);
  if (typeof done === 'function') process.nextTick(done);
  return true;
}

/** As whoever calls them does: with fewer or more arguments. */
type Outgoing = Record<'writeHead' | 'write' | 'end', (...args: unknown[]) => unknown>;

const OF_THE_FAILED = ['content-type', 'content-length', 'content-encoding', 'etag', 'vary'];

function send(request: IncomingMessage, response: ServerResponse) {
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': String(RETRY_SECONDS),
  });
  response.end(request.method === 'HEAD' ? undefined : awayPage(request));
}

/** A document, or the data of one that the browser goes to. */
function isPage({ method, url = '/', headers }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (url.startsWith('/_next/') || url.startsWith('/api/')) return false;
  return headers.accept?.includes('text/html') === true || headers.rsc !== undefined;
}

function awayPage(request: IncomingMessage): string {
  const locale = localeOf(request.headers);
  const title = sayReason(locale, { key: 'away.title' });
  const text = sayReason(locale, { key: 'away.text' });
  const retry = sayReason(locale, { key: 'away.retry' });
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${RETRY_SECONDS}"><meta name="robots" content="noindex">
<title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="">${retry}</a></p></main></body></html>
`;
}

/** Stands alone: whoever reads this has perhaps loaded nothing else. Colours are those of app/globals.css. */
const STYLE = `:root{color-scheme:light dark;--paper:#faf6ee;--ink:#25211b;--soft:#5b5347;--on:#fff;--accent:#14713f}
@media (prefers-color-scheme:dark){:root{--paper:#181410;--ink:#f4ede1;--soft:#c4b9a8;--on:#0b2415;--accent:#62c88f}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--paper);color:var(--ink);
font-family:"Pretendard Variable","Apple SD Gothic Neo","Noto Sans KR","Malgun Gothic",system-ui,sans-serif;line-height:1.6}
main{max-width:26rem;padding:2rem 1.5rem;word-break:keep-all}h1{font-size:1.5rem;line-height:1.3;margin:0 0 .75rem}
p{margin:0 0 1.5rem;color:var(--soft)}a{display:inline-flex;align-items:center;min-height:44px;padding:0 1.25rem;
border-radius:.75rem;background:var(--accent);color:var(--on);font-weight:600;text-decoration:none}`;
