import { LIMITS } from '../limits';
import { S3Error } from '../s3-error';
import { uriEncode } from './uri-encode';

/** A path-style request target, taken apart without any normalising: `..` and `//` are part of the key. */
export interface RequestTarget {
  /** '' for the root of the server. */
  readonly bucket: string;
  /** '' for the bucket itself. */
  readonly key: string;
  readonly query: Query;
  /** The path as SigV4 for S3 wants it: encoded once, slashes kept. */
  readonly canonicalPath: string;
}

export type Query = ReadonlyMap<string, readonly string[]>;

/** Parses the raw request line target. Throws InvalidURI or KeyTooLongError. */
export function parseRequestTarget(rawUrl: string): RequestTarget {
  if (!rawUrl.startsWith('/') || /[^\x21-\x7e]/.test(rawUrl)) throw new S3Error('InvalidURI');
  const mark = rawUrl.indexOf('?');
  const path = decode(mark === -1 ? rawUrl : rawUrl.slice(0, mark));
  const slash = path.indexOf('/', 1);
  const key = slash === -1 ? '' : path.slice(slash + 1);
  assertKeyLength(key);
  return {
    bucket: slash === -1 ? path.slice(1) : path.slice(1, slash),
    key,
    query: parseQuery(mark === -1 ? '' : rawUrl.slice(mark + 1)),
    canonicalPath: uriEncode(path, true),
  };
}

/** S3 counts a key in bytes of UTF-8. Throws KeyTooLongError. */
export function assertKeyLength(key: string): void {
  const size = Buffer.byteLength(key);
  if (size <= LIMITS.keyBytes) return;
  throw new S3Error('KeyTooLongError', undefined, { Size: `${size}`, MaxSizeAllowed: `${LIMITS.keyBytes}` });
}

/** The first value of a query parameter, or undefined. */
export function queryValue(query: Query, name: string): string | undefined {
  return query.get(name)?.[0];
}

function parseQuery(raw: string): Query {
  const query = new Map<string, string[]>();
  for (const pair of raw.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decodeQuery(equals === -1 ? pair : pair.slice(0, equals));
    const value = equals === -1 ? '' : decodeQuery(pair.slice(equals + 1));
    query.set(name, [...(query.get(name) ?? []), value]);
  }
  return query;
}

function decodeQuery(part: string): string {
  return decode(part.replaceAll('+', ' '));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new S3Error('InvalidURI');
  }
}
