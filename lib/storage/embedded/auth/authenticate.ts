import type { IncomingMessage } from 'node:http';
import type { RequestTarget } from '../http/request-target';
import { S3Error } from '../s3-error';
import type { Account } from '../store-context';
import { authenticateHeader } from './header-auth';
import { authenticateQuery, isPresigned } from './presigned-auth';

/** Proof that the account signed this request, and what the body must be checked against. */
export interface Authenticated {
  /** x-amz-content-sha256: 64 hex digits, UNSIGNED-PAYLOAD or STREAMING-…; covered by the signature. */
  readonly payloadHash: string;
  readonly signingKey: Buffer;
  readonly scope: string;
  readonly amzDate: string;
  readonly signature: string;
}

/**
 * Verifies the SigV4 signature in the Authorization header or in the query.
 * Gives null for a request that carries neither; throws an S3Error for one that carries a wrong one.
 */
export function authenticate(
  req: IncomingMessage,
  target: RequestTarget,
  account: Account,
  now: Date,
): Authenticated | null {
  const inHeader = req.headers.authorization !== undefined;
  const inQuery = isPresigned(target.query);
  if (inHeader && inQuery) throw new S3Error('InvalidArgument', ONE_MECHANISM);
  if (inHeader) return authenticateHeader(req, target, account, now);
  if (inQuery) return authenticateQuery(req, target, account, now);
  return null;
}

const ONE_MECHANISM =
  'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified';
