import type { IncomingMessage } from 'node:http';
import { type Query, queryValue, type RequestTarget } from '../http/request-target';
import { LIMITS } from '../limits';
import { S3Error } from '../s3-error';
import type { Account } from '../store-context';
import type { Authenticated } from './authenticate';
import { parseSignedHeaders } from './canonical-request';
import { findScopeFault, parseAmzDate, parseCredential } from './credential-scope';
import { ALGORITHM } from './signature';
import { verifySignature } from './verify-signature';

const REQUIRED = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'] as const;

/** Whether the query carries a signature, of this or of an older version. */
export function isPresigned(query: Query): boolean {
  return ['X-Amz-Algorithm', 'X-Amz-Signature', 'X-Amz-Credential', 'Signature'].some((name) =>
    query.has(name),
  );
}

/** Verifies a presigned URL. Throws an S3Error with S3's code for each fault. */
export function authenticateQuery(
  req: IncomingMessage,
  target: RequestTarget,
  account: Account,
  now: Date,
): Authenticated {
  const given = readParameters(target.query);
  if (given.Algorithm !== ALGORITHM) throw wrong('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  const scope = parseCredential(given.Credential);
  if (!scope) throw wrong('Error parsing the X-Amz-Credential parameter; the Credential is mal-formed');
  const signedAt = parseAmzDate(given.Date);
  if (!signedAt) throw wrong("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  const fault = findScopeFault(scope, account, given.Date);
  if (fault)
    throw wrong(`Error parsing the X-Amz-Credential parameter; ${fault}`, { Region: account.region });
  assertInTime(signedAt, parseExpires(given.Expires), now);
  if (scope.accessKeyId !== account.accessKeyId) throw new S3Error('InvalidAccessKeyId');
  const signedHeaders = parseSignedHeaders(given.SignedHeaders, req);
  const payloadHash =
    queryValue(target.query, 'X-Amz-Content-Sha256') ??
    req.headersDistinct['x-amz-content-sha256']?.[0] ??
    'UNSIGNED-PAYLOAD';
  const { Date: amzDate, Signature: signature } = given;
  return verifySignature({ req, target, account, scope, amzDate, payloadHash, signedHeaders, signature });
}

function readParameters(query: Query): Record<(typeof REQUIRED)[number], string> {
  const values = REQUIRED.map((name) => {
    const [value, ...more] = query.get(`X-Amz-${name}`) ?? [];
    if (!value || more.length > 0) {
      throw wrong(
        'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
      );
    }
    return [name, value] as const;
  });
  return Object.fromEntries(values) as Record<(typeof REQUIRED)[number], string>;
}

function parseExpires(text: string): number {
  if (!/^-?\d{1,15}$/.test(text)) throw wrong('X-Amz-Expires should be a number');
  const seconds = Number(text);
  if (seconds < 1) throw wrong('X-Amz-Expires must be non-negative');
  if (seconds > LIMITS.presignedSeconds) {
    throw wrong(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  }
  return seconds;
}

function assertInTime(signedAt: Date, expiresSeconds: number, now: Date): void {
  if (signedAt.getTime() > now.getTime() + LIMITS.clockSkewMs) {
    throw new S3Error('AccessDenied', 'Request is not valid yet', { ServerTime: now.toISOString() });
  }
  const expiresAt = new Date(signedAt.getTime() + expiresSeconds * 1000);
  if (now.getTime() <= expiresAt.getTime()) return;
  throw new S3Error('AccessDenied', 'Request has expired', {
    'X-Amz-Expires': `${expiresSeconds}`,
    Expires: expiresAt.toISOString(),
    ServerTime: now.toISOString(),
  });
}

function wrong(message: string, details: Record<string, string> = {}): S3Error {
  return new S3Error('AuthorizationQueryParametersError', message, details);
}
