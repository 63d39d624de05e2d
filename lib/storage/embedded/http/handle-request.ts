import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Authenticated, authenticate } from '../auth/authenticate';
import { answerBucket } from '../object/bucket';
import { deleteObject, deleteObjects } from '../object/delete-objects';
import { getObject } from '../object/get-object';
import { listObjects } from '../object/list-objects';
import { putObject } from '../object/put-object';
import { postObject } from '../post/post-object';
import { S3Error } from '../s3-error';
import type { S3Request, StoreContext } from '../store-context';
import { answerPreflight, setCorsHeaders } from './cors';
import { parseRequestTarget } from './request-target';
import { sendError, setCommonHeaders } from './responses';
import { assertKnownQuery } from './subresources';

/** Answers one request, refusals included. Never rejects; `onError` hears what nobody expected. */
export async function handleRequest(
  context: StoreContext,
  req: IncomingMessage,
  res: ServerResponse,
  onError: (error: unknown) => void,
): Promise<void> {
  try {
    setCommonHeaders(res);
    if (req.method === 'OPTIONS') return answerPreflight(context, req, res);
    setCorsHeaders(context, req, res);
    await dispatch(context, req, res);
  } catch (error) {
    const clientLeft = req.destroyed && !req.complete;
    if (!(error instanceof S3Error) && !clientLeft) onError(error);
    await sendError(req, res, error instanceof S3Error ? error : new S3Error('InternalError')).catch(onError);
  }
}

async function dispatch(context: StoreContext, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const target = parseRequestTarget(req.url ?? '');
  const isForm = req.method === 'POST' && target.key === '' && !target.query.has('delete');
  const auth = isForm ? null : authenticate(req, target, context.account, context.now());
  const request: S3Request = { req, res, target, auth };
  if (hasUnexpectedBody(req)) res.setHeader('Connection', 'close');
  if (target.bucket === '') throw new S3Error(auth ? 'NotImplemented' : 'AccessDenied');
  if (target.bucket !== context.bucket) throw new S3Error(auth || isForm ? 'NoSuchBucket' : 'AccessDenied');
  assertKnownQuery(req.method ?? '', target);
  if (isForm) return postObject(context, request);
  if (auth) return target.key === '' ? onBucket(context, request, auth) : onObject(context, request, auth);
  if (!isPublicRead(context, request)) throw new S3Error('AccessDenied');
  return getObject(context, request);
}

async function onBucket(context: StoreContext, request: S3Request, auth: Authenticated): Promise<void> {
  const { method } = request.req;
  if (method === 'POST') return deleteObjects(context, request, auth);
  if (method === 'GET' && !request.target.query.has('location')) return listObjects(context, request);
  return answerBucket(context, request);
}

async function onObject(context: StoreContext, request: S3Request, auth: Authenticated): Promise<void> {
  switch (request.req.method) {
    case 'GET':
    case 'HEAD':
      return getObject(context, request);
    case 'PUT':
      return putObject(context, request, auth);
    case 'DELETE':
      return deleteObject(context, request);
    default:
      throw new S3Error('MethodNotAllowed');
  }
}

function isPublicRead({ publicPrefixes }: StoreContext, { req, target }: S3Request): boolean {
  if (req.method !== 'GET' && req.method !== 'HEAD') return false;
  return target.key !== '' && publicPrefixes.some((prefix) => target.key.startsWith(prefix));
}

function hasUnexpectedBody(req: IncomingMessage): boolean {
  if (req.method === 'PUT' || req.method === 'POST') return false;
  return Number(req.headers['content-length'] ?? 0) > 0 || req.headers['transfer-encoding'] !== undefined;
}
