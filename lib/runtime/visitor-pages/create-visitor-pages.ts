import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { getMeter } from '@/lib/core/meter';
import type { Db } from '@/lib/db/client';
import { createHoldCheck, takeBasis } from './changes';
import { type KeptPage, keepPage } from './keep-page';
import { type VisitorPage, visitorPageOf } from './page-of';
import { createPageStore } from './page-store';
import type { Rendered } from './render-inside';

export interface VisitorPagesOptions {
  db: Db;
  /** makes a page as any visitor sees it */
  render: (page: VisitorPage) => Promise<Rendered>;
  /** the Content-Security-Policy of a page with these inline scripts (`sha256-…`) */
  policyOf: (scripts: readonly string[]) => string;
  /** of all kept pages together */
  mostBytes?: number;
}

/** Some fifteen hundred pages. */
const MOST_BYTES = 32_000_000;

/**
 * Keeps the home page and the pages of items as visitors see them, and hands them out ahead of the page renderer. A
 * page is handed out only if nothing it shows has changed before it was asked for: each request asks the database,
 * together with all that come at the same time (docs/decisions/0016).
 *
 * @returns answers a request for such a page; false, at once or later, when it is for others. Rejects when the database
 *   or the renderer fail: nothing has been written then
 */
export function createVisitorPages({ db, render, policyOf, mostBytes = MOST_BYTES }: VisitorPagesOptions) {
  const holds = createHoldCheck(db);
  const kept = createPageStore(mostBytes);
  const running = new Map<string, Promise<KeptPage | null>>();
  const waiting = new Map<string, Promise<KeptPage | null>>();

  async function find(page: VisitorPage): Promise<KeptPage | null> {
    const key = `${page.locale} ${page.path}`;
    // Both were begun before this request came, so they are good only while they hold.
    for (const known of [kept.get(key), running.get(key)?.catch(() => null)]) {
      const found = await known;
      if (!found || found.until <= Date.now() || !(await holds(found.basis))) continue;
      getMeter().count('kept_pages', { outcome: 'kept' });
      return found;
    }
    return waiting.get(key) ?? begin(key, page);
  }

  /** Makes a page, one after the other; whoever asks before it is begun shares it. */
  function begin(key: string, page: VisitorPage): Promise<KeptPage | null> {
    const before = running.get(key)?.catch(() => null) ?? Promise.resolve();
    const made = before.then(() => {
      waiting.delete(key);
      running.set(key, made);
      return make(key, page);
    });
    waiting.set(key, made);
    const end = () => running.get(key) === made && running.delete(key);
    made.then(end, end);
    return made;
  }

  async function make(key: string, page: VisitorPage): Promise<KeptPage | null> {
    const basis = await takeBasis(db, page);
    const made = await keepPage(await render(page), basis, policyOf);
    getMeter().count('kept_pages', { outcome: made ? 'made' : 'none' });
    if (made?.status === 200) kept.set(key, made);
    else kept.delete(key);
    return made;
  }

  return (request: IncomingMessage, response: ServerResponse): Promise<boolean> | false => {
    const page = visitorPageOf(request);
    if (!page) return false;
    return find(page).then(async (found) => {
      if (found) await send(found, request, response);
      return found !== null;
    });
  };
}

async function send(page: KeptPage, request: IncomingMessage, response: ServerResponse) {
  const { body, encoding } = await formOf(page, String(request.headers['accept-encoding'] ?? ''));
  const length = ['content-length', String(body.length)];
  const said = encoding ? ['content-encoding', encoding] : [];
  response.writeHead(page.status, [...page.headers, ...said, ...length]);
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function formOf({ brotli, zipped }: KeptPage, accepted: string) {
  if (/\bbr\b/.test(accepted)) return { body: brotli, encoding: 'br' };
  if (/\bgzip\b/.test(accepted)) return { body: zipped, encoding: 'gzip' };
  return { body: await promisify(gunzip)(zipped), encoding: null };
}
