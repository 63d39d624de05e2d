import type { IncomingMessage } from 'node:http';
import type { RequestTarget } from '../http/request-target';
import { uriEncode } from '../http/uri-encode';
import { S3Error } from '../s3-error';
import { ALGORITHM, sha256Hex } from './signature';

export interface CanonicalInput {
  readonly req: IncomingMessage;
  readonly target: RequestTarget;
  readonly signedHeaders: readonly string[];
  readonly payloadHash: string;
  readonly amzDate: string;
  readonly scope: string;
}

/** The string to sign of a request. Source: "Create a signed AWS API request", AWS General Reference. */
export function stringToSign(input: CanonicalInput): string {
  return [ALGORITHM, input.amzDate, input.scope, sha256Hex(canonicalRequest(input))].join('\n');
}

/**
 * Splits a SignedHeaders list. Throws AccessDenied when the host or an x-amz- header that the request
 * carries is not in it: nobody on the way may add one.
 */
export function parseSignedHeaders(list: string, req: IncomingMessage): string[] {
  const signed = list.split(';');
  const present = Object.keys(req.headersDistinct).filter((name) => name.startsWith('x-amz-'));
  const unsigned = ['host', ...present].filter((name) => !signed.includes(name));
  if (unsigned.length === 0) return signed;
  throw new S3Error('AccessDenied', 'There were headers present in the request which were not signed', {
    HeadersNotSigned: unsigned.join(', '),
  });
}

function canonicalRequest({ req, target, signedHeaders, payloadHash }: CanonicalInput): string {
  const headers = signedHeaders.map((name) => `${name}:${canonicalValue(req, name)}\n`).join('');
  return [
    req.method,
    target.canonicalPath,
    canonicalQuery(target),
    headers,
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

function canonicalValue(req: IncomingMessage, name: string): string {
  return (req.headersDistinct[name] ?? []).map((value) => value.trim().replace(/ +/g, ' ')).join(',');
}

function canonicalQuery({ query }: RequestTarget): string {
  return [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .flatMap(([name, values]) => values.map((value) => [uriEncode(name), uriEncode(value)] as const))
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map((pair) => pair.join('='))
    .join('&');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
