import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { OpenObject } from '../disk/object-disk';
import { queryValue } from '../http/request-target';
import { S3Error } from '../s3-error';
import type { S3Request, StoreContext } from '../store-context';
import { type ByteRange, parseByteRange } from './byte-range';
import { judgeConditions, rangeStillHolds } from './conditions';
import { toResponseHeaders } from './stored-headers';

const OVERRIDES = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

/** GET and HEAD of one object, whole or one range of it. */
export async function getObject({ disk }: StoreContext, request: S3Request): Promise<void> {
  const object = await disk.open(request.target.key);
  if (!object) throw new S3Error('NoSuchKey', undefined, { Key: request.target.key });
  try {
    await answer(request, object);
  } finally {
    await object.handle.close();
  }
}

async function answer(request: S3Request, object: OpenObject): Promise<void> {
  const { req, res } = request;
  const { meta } = object;
  const verdict = judgeConditions(req.headers, meta);
  if (verdict === 412) throw new S3Error('PreconditionFailed');
  const described = {
    ...toResponseHeaders(meta.headers),
    ...overrides(request),
    ETag: `"${meta.etag}"`,
    'Last-Modified': new Date(meta.lastModified).toUTCString(),
    'Accept-Ranges': 'bytes',
  };
  if (verdict === 304) {
    res.writeHead(304, described);
    res.end();
    return;
  }
  const range = rangeStillHolds(req.headersDistinct['if-range']?.[0], meta)
    ? parseByteRange(req.headers.range, meta.size)
    : null;
  if (range === 'unsatisfiable') throw invalidRange(req.headers.range ?? '', meta.size);
  const { start, end } = range ?? { start: 0, end: meta.size - 1 };
  res.writeHead(range ? 206 : 200, {
    ...described,
    'Content-Length': end - start + 1,
    ...(range ? { 'Content-Range': `bytes ${start}-${end}/${meta.size}` } : {}),
  });
  if (req.method === 'HEAD' || meta.size === 0) res.end();
  else await sendBytes(res, object, { start, end });
}

async function sendBytes(res: ServerResponse, { handle }: OpenObject, range: ByteRange): Promise<void> {
  try {
    await pipeline(handle.createReadStream({ ...range, autoClose: false }), res);
  } catch (error) {
    if (!res.destroyed) throw error;
  }
}

function overrides({ target, auth }: S3Request): Record<string, string> {
  const wanted = OVERRIDES.flatMap((name) => {
    const value = queryValue(target.query, `response-${name}`);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (wanted.length === 0) return {};
  if (!auth) {
    throw new S3Error(
      'InvalidRequest',
      'Request specific response headers cannot be used for anonymous GET requests.',
    );
  }
  if (wanted.some(([, value]) => /[^\t\x20-\xff]/.test(value))) throw new S3Error('InvalidArgument');
  return Object.fromEntries(wanted);
}

function invalidRange(requested: string, size: number): S3Error {
  return new S3Error(
    'InvalidRange',
    undefined,
    { RangeRequested: requested, ActualObjectSize: `${size}` },
    { 'Content-Range': `bytes */${size}` },
  );
}
