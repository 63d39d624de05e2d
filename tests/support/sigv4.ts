import { createHash, createHmac } from 'node:crypto';
import { STORE } from './object-store';
import { toAmzDate } from './post-form';

export interface Signing {
  method?: string;
  path?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string | Buffer;
  payloadHash?: string;
  date?: Date;
  region?: string;
  service?: string;
  accessKeyId?: string;
  secretAccessKey?: string;
  /** Names that are sent but left out of the signature. */
  unsigned?: string[];
}

export interface Signed {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer | undefined;
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/** The derived key and scope of a day, made with nothing of the store's own code. */
export function scopeOf(signing: Signing): { key: Buffer; scope: string; amzDate: string } {
  const {
    date = new Date(),
    region = STORE.region,
    service = 's3',
    secretAccessKey = STORE.secretAccessKey,
  } = signing;
  const amzDate = toAmzDate(date);
  const day = amzDate.slice(0, 8);
  const key = hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, day), region), service), 'aws4_request');
  return { key, amzDate, scope: `${day}/${region}/${service}/aws4_request` };
}

/** Signs a request in its Authorization header by hand. `path` is sent and signed as written. */
export function signHeaders(host: string, signing: Signing = {}): Signed {
  const { method = 'GET', path = `/${STORE.bucket}/key`, query = {}, body, unsigned = [] } = signing;
  const { key, scope, amzDate } = scopeOf(signing);
  const payloadHash = signing.payloadHash ?? sha256(body ?? '');
  const headers: Record<string, string> = {
    host,
    'x-amz-date': amzDate,
    'x-amz-content-sha256': payloadHash,
    ...(body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` }),
    ...signing.headers,
  };
  const names = Object.keys(headers)
    .filter((name) => !unsigned.includes(name))
    .sort();
  const search = queryString(query);
  const signature = signatureOf({ method, path, search, headers, names, payloadHash, key, scope, amzDate });
  const { accessKeyId = STORE.accessKeyId } = signing;
  headers.authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { method, path: search ? `${path}?${search}` : path, headers, body };
}

/** Signs a request in its query by hand. */
export function presign(host: string, signing: Signing & { expires?: number | string } = {}): Signed {
  const {
    method = 'GET',
    path = `/${STORE.bucket}/key`,
    headers = {},
    unsigned = [],
    expires = 60,
  } = signing;
  const { key, scope, amzDate } = scopeOf(signing);
  const all: Record<string, string> = { host, ...headers };
  const names = Object.keys(all)
    .filter((name) => !unsigned.includes(name))
    .sort();
  const query = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${signing.accessKeyId ?? STORE.accessKeyId}/${scope}`,
    'X-Amz-Date': amzDate,
    'X-Amz-Expires': `${expires}`,
    'X-Amz-SignedHeaders': names.join(';'),
    ...signing.query,
  };
  const search = queryString(query);
  const payloadHash = signing.payloadHash ?? 'UNSIGNED-PAYLOAD';
  const signature = signatureOf({
    method,
    path,
    search,
    headers: all,
    names,
    payloadHash,
    key,
    scope,
    amzDate,
  });
  return { method, path: `${path}?${search}&X-Amz-Signature=${signature}`, headers: all, body: signing.body };
}

/** An aws-chunked body with a signature on each chunk. */
export function signChunks(
  chunks: Buffer[],
  seed: string,
  { key, scope, amzDate }: ReturnType<typeof scopeOf>,
): Buffer {
  let previous = seed;
  const parts = [...chunks, Buffer.alloc(0)].map((chunk) => {
    const text = ['AWS4-HMAC-SHA256-PAYLOAD', amzDate, scope, previous, sha256(''), sha256(chunk)].join('\n');
    previous = hmac(key, text).toString('hex');
    return Buffer.concat([
      Buffer.from(`${chunk.length.toString(16)};chunk-signature=${previous}\r\n`),
      chunk,
      Buffer.from('\r\n'),
    ]);
  });
  return Buffer.concat(parts);
}

interface Canonical {
  method: string;
  path: string;
  search: string;
  headers: Record<string, string>;
  names: string[];
  payloadHash: string;
  key: Buffer;
  scope: string;
  amzDate: string;
}

function signatureOf({
  method,
  path,
  search,
  headers,
  names,
  payloadHash,
  key,
  scope,
  amzDate,
}: Canonical): string {
  const lines = names.map((name) => `${name}:${headers[name]?.trim()}\n`).join('');
  const canonical = [method, path, search, lines, names.join(';'), payloadHash].join('\n');
  return hmac(key, ['AWS4-HMAC-SHA256', amzDate, scope, sha256(canonical)].join('\n')).toString('hex');
}

function queryString(query: Record<string, string>): string {
  const pairs = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
  return pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}
