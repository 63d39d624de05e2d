import type { IncomingMessage } from 'node:http';
import type { RequestTarget } from '../http/request-target';
import { S3Error } from '../s3-error';
import type { Account } from '../store-context';
import type { Authenticated } from './authenticate';
import { stringToSign } from './canonical-request';
import type { CredentialScope } from './credential-scope';
import { deriveSigningKey, sameSignature, signHex } from './signature';

export interface SignedRequest {
  readonly req: IncomingMessage;
  readonly target: RequestTarget;
  readonly account: Account;
  readonly scope: CredentialScope;
  readonly amzDate: string;
  readonly payloadHash: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Computes the signature that the account would give and compares. Throws SignatureDoesNotMatch. */
export function verifySignature(request: SignedRequest): Authenticated {
  const { account, scope, amzDate, payloadHash, signature } = request;
  const signingKey = deriveSigningKey(account.secretAccessKey, scope);
  const text = stringToSign({ ...request, scope: scope.text });
  if (!sameSignature(signature, signHex(signingKey, text))) throw new S3Error('SignatureDoesNotMatch');
  return { payloadHash, signingKey, scope: scope.text, amzDate, signature };
}
