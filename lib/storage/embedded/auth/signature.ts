import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { CredentialScope } from './credential-scope';

export const ALGORITHM = 'AWS4-HMAC-SHA256';
export const EMPTY_SHA256 = sha256Hex('');

/** The key of one day, region and service. Source: "Signature Version 4 signing process", AWS General Reference. */
export function deriveSigningKey(secretAccessKey: string, scope: CredentialScope): Buffer {
  const parts = [scope.date, scope.region, scope.service, 'aws4_request'];
  return parts.reduce(hmac, Buffer.from(`AWS4${secretAccessKey}`));
}

/** The signature of a string to sign, in lower-case hex. */
export function signHex(signingKey: Buffer, stringToSign: string): string {
  return hmac(signingKey, stringToSign).toString('hex');
}

/** Lower-case hex; strings are hashed byte for character, as node:http hands headers over. */
export function sha256Hex(data: string | Buffer): string {
  const hash = createHash('sha256');
  return (typeof data === 'string' ? hash.update(data, 'latin1') : hash.update(data)).digest('hex');
}

/** Compares without telling by its time where two signatures differ. */
export function sameSignature(given: string, computed: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(computed);
  return left.length === right.length && timingSafeEqual(left, right);
}

function hmac(key: Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data, 'utf8').digest();
}
