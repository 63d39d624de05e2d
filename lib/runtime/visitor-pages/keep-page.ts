import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Basis } from './changes';
import type { Rendered } from './render-inside';

/** An answer that any visitor of its language may have. */
export interface KeptPage {
  status: number;
  /** names and values by turns, as node:http writes them quickest; without length and encoding */
  headers: string[];
  /** brotli, for browsers */
  brotli: Buffer;
  /** gzip; the few clients that take neither have it opened for them */
  zipped: Buffer;
  basis: Basis;
  /** ms since 1970; times like “3 minutes ago” grow old */
  until: number;
}

const LIFE_MS = 60_000;
const NOT_KEPT = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-security-policy',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

/**
 * Makes what is kept of an answer. Its policy names the page's own inline scripts by their hashes, since a nonce is for
 * one answer alone.
 *
 * @param policyOf makes the Content-Security-Policy of a page with these inline scripts
 * @returns null for an answer that is for one caller: it sets a cookie
 */
export async function keepPage(
  { status, headers, body }: Rendered,
  basis: Basis,
  policyOf: (scripts: readonly string[]) => string,
): Promise<KeptPage | null> {
  if (headers['set-cookie']) return null;
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || NOT_KEPT.has(name) ? [] : [name, String(value)],
  );
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    promisify(gzip)(body, { level: 6 }),
  ]);
  return {
    status,
    headers: [...kept, 'content-security-policy', policyOf(inlineScripts(body.toString()))],
    brotli,
    zipped,
    basis,
    until: Date.now() + LIFE_MS,
  };
}

/** @returns `sha256-…` of each script whose text stands in the page, as a policy names it */
export function inlineScripts(html: string): string[] {
  const scripts = [...html.matchAll(/<script(\s[^>]*)?>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\ssrc=/.test(attributes))
    .filter(([, attributes = '']) => !/\stype="application\/(ld\+)?json"/.test(attributes))
    .map(([, , text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`);
  return [...new Set(scripts)];
}
