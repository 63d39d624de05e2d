import { gzipSync } from 'node:zlib';

/**
 * JavaScript that a first visit loads: every script tag but noModule ones, gzip.
 *
 * @returns kB (1,000 bytes)
 */
export async function firstLoadKb(base: string, path: string): Promise<number> {
  const html = await (await fetch(new URL(path, base))).text();
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  const sources = tags
    .filter((tag) => !/\bnoModule\b/i.test(tag))
    .map((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1]);
  let bytes = 0;
  for (const source of new Set(sources)) {
    if (!source) continue;
    const response = await fetch(new URL(source, base));
    bytes += gzipSync(Buffer.from(await response.arrayBuffer())).length;
  }
  return bytes / 1000;
}
