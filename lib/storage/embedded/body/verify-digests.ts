import type { IncomingMessage } from 'node:http';
import { S3Error } from '../s3-error';
import { DIGESTS, type Digest, isDigestName } from './checksums';

interface Expectation {
  readonly digest: Digest;
  readonly expected: () => string | undefined;
  readonly fault: () => S3Error;
}

const CHECKSUM_PREFIX = 'x-amz-checksum-';

/** Passes bytes through and, at their end, compares every digest the request names. */
export function verifyDigests(
  source: AsyncIterable<Buffer>,
  req: IncomingMessage,
  payloadHash: string,
  trailers: ReadonlyMap<string, string>,
): AsyncIterable<Buffer> {
  const expectations = [
    ...payloadExpectation(payloadHash),
    ...md5Expectation(req),
    ...headerExpectations(req),
    ...trailerExpectations(req, trailers),
  ];
  return compareAtEnd(source, expectations);
}

async function* compareAtEnd(
  source: AsyncIterable<Buffer>,
  expectations: Expectation[],
): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    for (const { digest } of expectations) digest.update(chunk);
    yield chunk;
  }
  for (const { digest, expected, fault } of expectations) {
    if (digest.base64() !== expected()) throw fault();
  }
}

function payloadExpectation(payloadHash: string): Expectation[] {
  if (!/^[0-9a-f]{64}$/.test(payloadHash)) return [];
  const expected = Buffer.from(payloadHash, 'hex').toString('base64');
  return [
    {
      digest: DIGESTS.sha256(),
      expected: () => expected,
      fault: () => new S3Error('XAmzContentSHA256Mismatch'),
    },
  ];
}

function md5Expectation(req: IncomingMessage): Expectation[] {
  const given = req.headersDistinct['content-md5']?.[0];
  if (given === undefined) return [];
  if (!/^[A-Za-z0-9+/]{22}==$/.test(given)) throw new S3Error('InvalidDigest');
  return [{ digest: DIGESTS.md5(), expected: () => given, fault: () => new S3Error('BadDigest') }];
}

function headerExpectations(req: IncomingMessage): Expectation[] {
  return Object.entries(req.headersDistinct).flatMap(([header, values]) => {
    const name = header.startsWith(CHECKSUM_PREFIX) ? header.slice(CHECKSUM_PREFIX.length) : '';
    if (!isDigestName(name) || name === 'md5') return [];
    return [{ digest: DIGESTS[name](), expected: () => values?.[0], fault: () => new S3Error('BadDigest') }];
  });
}

function trailerExpectations(req: IncomingMessage, trailers: ReadonlyMap<string, string>): Expectation[] {
  const named = String(req.headers['x-amz-trailer'] ?? '').toLowerCase();
  const announced = named.split(',').map((name) => name.trim());
  return announced.filter(Boolean).map((header) => {
    const name = header.startsWith(CHECKSUM_PREFIX) ? header.slice(CHECKSUM_PREFIX.length) : '';
    if (!isDigestName(name) || name === 'md5') {
      throw new S3Error('InvalidRequest', 'The value specified in the x-amz-trailer header is not supported');
    }
    return {
      digest: DIGESTS[name](),
      expected: () => trailers.get(header),
      fault: () => new S3Error(trailers.has(header) ? 'BadDigest' : 'MalformedTrailerError'),
    };
  });
}
