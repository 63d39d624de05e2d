import { createHash } from 'node:crypto';
import type { Authenticated } from '../auth/authenticate';
import { EMPTY_SHA256, sameSignature, sha256Hex, signHex } from '../auth/signature';
import { S3Error } from '../s3-error';
import { ByteReader } from './byte-reader';

const MAX_TRAILERS = 16;

export interface ChunkedOptions {
  /** Null when the chunks carry no signatures of their own. */
  readonly seed: Authenticated | null;
  /** Filled, in lower case, once the body is through. */
  readonly trailers: Map<string, string>;
  readonly hasTrailer: boolean;
}

/**
 * Decodes `aws-chunked`: size in hex, perhaps a signature, the bytes; at the end perhaps trailers.
 * Throws IncompleteBody, or SignatureDoesNotMatch for a chunk that the account did not sign.
 * Source: "Signature calculations: transferring payload in multiple chunks", Amazon S3 API reference.
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  { seed, trailers, hasTrailer }: ChunkedOptions,
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source);
  let previous = seed?.signature ?? '';
  for (;;) {
    const { size, signature } = parseChunkHead(await reader.line());
    const hash = createHash('sha256');
    for await (const piece of reader.take(size)) {
      hash.update(piece);
      yield piece;
    }
    if (seed) {
      assertSigned(seed, signature, ['PAYLOAD', previous, EMPTY_SHA256, hash.digest('hex')]);
      previous = signature;
    }
    if (size === 0) break;
    if ((await reader.line()) !== '') throw new S3Error('IncompleteBody');
  }
  await readTrailers(reader, trailers);
  if (seed && hasTrailer) assertTrailerSigned(seed, previous, trailers);
}

function parseChunkHead(line: string): { size: number; signature: string } {
  const match = /^([0-9a-fA-F]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line);
  if (!match) throw new S3Error('IncompleteBody', 'The aws-chunked body has a malformed chunk header.');
  return { size: Number.parseInt(match[1] ?? '', 16), signature: match[2] ?? '' };
}

async function readTrailers(reader: ByteReader, trailers: Map<string, string>): Promise<void> {
  while (!(await reader.atEnd())) {
    const line = await reader.line();
    if (line === '') continue;
    const colon = line.indexOf(':');
    if (colon < 1 || trailers.size >= MAX_TRAILERS) {
      throw new S3Error('MalformedTrailerError');
    }
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}

function assertTrailerSigned(seed: Authenticated, previous: string, trailers: Map<string, string>): void {
  const signature = trailers.get('x-amz-trailer-signature') ?? '';
  const canonical = [...trailers]
    .filter(([name]) => name !== 'x-amz-trailer-signature')
    .map(([name, value]) => `${name}:${value}\n`)
    .join('');
  assertSigned(seed, signature, ['TRAILER', previous, sha256Hex(canonical)]);
}

function assertSigned(seed: Authenticated, given: string, [kind, ...rest]: string[]): void {
  const text = [`AWS4-HMAC-SHA256-${kind}`, seed.amzDate, seed.scope, ...rest].join('\n');
  if (!sameSignature(given, signHex(seed.signingKey, text))) throw new S3Error('SignatureDoesNotMatch');
}
