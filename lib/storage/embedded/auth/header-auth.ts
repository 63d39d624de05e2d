import type { IncomingMessage } from 'node:http';
import type { RequestTarget } from '../http/request-target';
import { LIMITS } from '../limits';
import { S3Error } from '../s3-error';
import type { Account } from '../store-context';
import type { Authenticated } from './authenticate';
import { parseSignedHeaders } from './canonical-request';
import { findScopeFault, parseAmzDate, parseCredential } from './credential-scope';
import { verifySignature } from './verify-signature';

/** Verifies an `Authorization: AWS4-HMAC-SHA256 …` header. Throws an S3Error with S3's code for each fault. */
export function authenticateHeader(
  req: IncomingMessage,
  target: RequestTarget,
  account: Account,
  now: Date,
): Authenticated {
  const { credential, signedHeaders, signature } = parseHeader(req.headers.authorization ?? '');
  const scope = parseCredential(credential);
  if (!scope)
    throw malformed(
      'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    );
  const amzDate = signingDate(req);
  const fault = findScopeFault(scope, account, amzDate);
  if (fault) throw malformed(fault, { Region: account.region });
  if (scope.accessKeyId !== account.accessKeyId) throw new S3Error('InvalidAccessKeyId');
  assertRecent(amzDate, now);
  const payloadHash = req.headersDistinct['x-amz-content-sha256']?.[0];
  if (payloadHash === undefined) {
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  }
  const signed = parseSignedHeaders(signedHeaders, req);
  return verifySignature({
    req,
    target,
    account,
    scope,
    amzDate,
    payloadHash,
    signedHeaders: signed,
    signature,
  });
}

function parseHeader(header: string): { credential: string; signedHeaders: string; signature: string } {
  if (!header.startsWith('AWS4-HMAC-SHA256 ')) {
    throw new S3Error(
      'InvalidRequest',
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    );
  }
  const parts = new Map<string, string>();
  for (const part of header.slice('AWS4-HMAC-SHA256 '.length).split(',')) {
    const equals = part.indexOf('=');
    parts.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  const credential = parts.get('Credential');
  const signedHeaders = parts.get('SignedHeaders');
  const signature = parts.get('Signature');
  if (!credential || !signedHeaders || !signature) {
    throw malformed(
      'the authorization header requires three components: Credential, SignedHeaders, and Signature.',
    );
  }
  return { credential, signedHeaders, signature };
}

function signingDate(req: IncomingMessage): string {
  const given = req.headersDistinct['x-amz-date']?.[0];
  if (given !== undefined && parseAmzDate(given)) return given;
  const date = given === undefined && req.headers.date ? new Date(req.headers.date) : null;
  if (date && !Number.isNaN(date.getTime()))
    return `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  throw new S3Error('AccessDenied', 'AWS authentication requires a valid Date or x-amz-date header');
}

function assertRecent(amzDate: string, now: Date): void {
  const signedAt = parseAmzDate(amzDate)?.getTime() ?? 0;
  if (Math.abs(now.getTime() - signedAt) <= LIMITS.clockSkewMs) return;
  throw new S3Error('RequestTimeTooSkewed', undefined, {
    RequestTime: amzDate,
    ServerTime: now.toISOString(),
    MaxAllowedSkewMilliseconds: `${LIMITS.clockSkewMs}`,
  });
}

function malformed(reason: string, details: Record<string, string> = {}): S3Error {
  return new S3Error(
    'AuthorizationHeaderMalformed',
    `The authorization header is malformed; ${reason}`,
    details,
  );
}
