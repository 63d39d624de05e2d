import type { IncomingMessage, ServerResponse } from 'node:http';
import { S3Error } from '../s3-error';
import type { StoreContext } from '../store-context';
import { sendEmpty } from './responses';

const METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'];
const EXPOSED = 'ETag, Content-Length, Content-Range, Accept-Ranges, Location, x-amz-request-id';
const PREFLIGHT_SECONDS = 3600;

type Origins = Pick<StoreContext, 'allowedOrigins'>;

/** Puts the CORS headers on an actual answer, refusals included, when its origin is an allowed one. */
export function setCorsHeaders(
  { allowedOrigins }: Origins,
  req: IncomingMessage,
  res: ServerResponse,
): boolean {
  if (allowedOrigins !== '*') res.setHeader('Vary', 'Origin');
  const origin = req.headers.origin;
  if (origin === undefined) return false;
  if (allowedOrigins !== '*' && !allowedOrigins.includes(origin)) return false;
  res.setHeader('Access-Control-Allow-Origin', allowedOrigins === '*' ? '*' : origin);
  res.setHeader('Access-Control-Expose-Headers', EXPOSED);
  return true;
}

/** Answers an OPTIONS request. Throws BadRequest without an Origin, AccessForbidden for one not allowed. */
export function answerPreflight(context: Origins, req: IncomingMessage, res: ServerResponse): void {
  if (req.headers.origin === undefined) throw new S3Error('BadRequest');
  const method = req.headers['access-control-request-method'];
  if (method === undefined || !METHODS.includes(method)) throw new S3Error('AccessForbidden');
  if (!setCorsHeaders(context, req, res)) throw new S3Error('AccessForbidden');
  res.setHeader('Access-Control-Allow-Methods', METHODS.join(', '));
  const wanted = req.headers['access-control-request-headers'];
  if (wanted !== undefined) res.setHeader('Access-Control-Allow-Headers', wanted);
  res.setHeader('Access-Control-Max-Age', PREFLIGHT_SECONDS);
  sendEmpty(res, 200);
}
