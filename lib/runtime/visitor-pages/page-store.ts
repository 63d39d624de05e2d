import type { KeptPage } from './keep-page';

const sizeOf = ({ brotli, zipped }: KeptPage) => brotli.length + zipped.length;

/**
 * Pages up to that many bytes. Those that were asked for longest ago go first, and with each page that comes those of
 * them that are too old to be handed out: they would be held for nobody.
 */
export function createPageStore(mostBytes: number) {
  const pages = new Map<string, KeptPage>();
  let bytes = 0;

  function remove(key: string) {
    const page = pages.get(key);
    if (!page) return;
    pages.delete(key);
    bytes -= sizeOf(page);
  }

  return {
    get(key: string): KeptPage | undefined {
      const page = pages.get(key);
      if (!page) return undefined;
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    set(key: string, page: KeptPage) {
      remove(key);
      pages.set(key, page);
      bytes += sizeOf(page);
      const now = Date.now();
      for (const [oldest, { until }] of pages) {
        if (bytes <= mostBytes && until > now) break;
        remove(oldest);
      }
    },
    delete: remove,
    /** of all pages together */
    bytes: () => bytes,
  };
}
