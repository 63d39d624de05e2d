import type { IncomingMessage } from 'node:http';
import type { Authenticated } from '../auth/authenticate';
import { LIMITS } from '../limits';
import { S3Error } from '../s3-error';
import { decodeAwsChunked } from './aws-chunked';
import { rawBytes } from './raw-bytes';
import { verifyDigests } from './verify-digests';

const STREAMING = {
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER': { signed: false, hasTrailer: true },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD': { signed: true, hasTrailer: false },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER': { signed: true, hasTrailer: true },
} as const;

/**
 * The decoded bytes of a signed request's body. Reading to the end proves its length, its hash and
 * its checksums; the iteration throws an S3Error otherwise, so keep nothing before it has ended.
 */
export function readRequestBody(
  req: IncomingMessage,
  auth: Authenticated,
  maxBytes: number = LIMITS.objectBytes,
): AsyncIterable<Buffer> {
  const mode = streamingMode(auth.payloadHash);
  const size = declaredSize(req, mode !== null);
  if (size > maxBytes) {
    throw new S3Error('EntityTooLarge', undefined, {
      ProposedSize: `${size}`,
      MaxSizeAllowed: `${maxBytes}`,
    });
  }
  const trailers = new Map<string, string>();
  const source = rawBytes(req);
  const decoded = mode
    ? decodeAwsChunked(source, { seed: mode.signed ? auth : null, trailers, hasTrailer: mode.hasTrailer })
    : source;
  return verifyDigests(counted(decoded, size), req, auth.payloadHash, trailers);
}

function streamingMode(payloadHash: string): { signed: boolean; hasTrailer: boolean } | null {
  if (payloadHash === 'UNSIGNED-PAYLOAD' || /^[0-9a-f]{64}$/.test(payloadHash)) return null;
  if (Object.hasOwn(STREAMING, payloadHash)) return STREAMING[payloadHash as keyof typeof STREAMING];
  throw new S3Error(
    'InvalidArgument',
    'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.',
  );
}

function declaredSize(req: IncomingMessage, streaming: boolean): number {
  const text = streaming ? req.headers['x-amz-decoded-content-length'] : req.headers['content-length'];
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw new S3Error('MissingContentLength');
  return Number(text);
}

async function* counted(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let received = 0;
  for await (const chunk of source) {
    received += chunk.length;
    if (received > size) throw new S3Error('IncompleteBody');
    yield chunk;
  }
  if (received < size) throw new S3Error('IncompleteBody');
}
