import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { FIRST_SCRIPT } from '@/lib/first-script';
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
 * Makes what is kept of an answer. Its policy names by their hashes the inline scripts that the answer's nonce
 * vouched for, since a nonce is for one answer alone: it is not kept.
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
  const html = body.toString();
  const nonce = nonceOf(headers['content-security-policy']);
  const text = withoutNonce(html, nonce);
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    promisify(gzip)(text, { level: 6 }),
  ]);
  return {
    status,
    headers: [...kept, 'content-security-policy', policyOf(vouchedScripts(html, nonce))],
    brotli,
    zipped,
    basis,
    until: Date.now() + LIFE_MS,
  };
}

const SCRIPTS = /<script(\s[^>]*)?>([\s\S]*?)<\/script>/g;

/**
 * A script that came into the page by a hole in it has no nonce, so no policy lets it run, kept or not.
 *
 * @param nonce of the very answer; undefined when its policy has none
 * @returns `sha256-…`, as a policy names it, of each inline script that the nonce vouches for, and of the site's own,
 *   which stands in pages without a nonce
 */
export function vouchedScripts(html: string, nonce: string | undefined): string[] {
  const scripts = [...html.matchAll(SCRIPTS)]
    .filter(([, attributes = '', text = '']) => text === FIRST_SCRIPT || hasNonce(attributes, nonce))
    .filter(([, attributes = '']) => !/\ssrc=/.test(attributes))
    .map(([, , text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`);
  return [...new Set(scripts)];
}

function hasNonce(attributes: string, nonce: string | undefined): boolean {
  return nonce !== undefined && attributes.includes(` nonce="${nonce}"`);
}

function nonceOf(policy: string | string[] | undefined): string | undefined {
  return /'nonce-([^']+)'/.exec(String(policy ?? ''))?.[1];
}

function withoutNonce(html: string, nonce: string | undefined): string {
  if (nonce === undefined) return html;
  return html.replace(/<(?:script|link|style)\s[^>]*>/g, (tag) => tag.replace(` nonce="${nonce}"`, ''));
}
