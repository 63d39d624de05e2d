import { findScopeFault, parseAmzDate, parseCredential } from '../auth/credential-scope';
import { ALGORITHM, deriveSigningKey, sameSignature, signHex } from '../auth/signature';
import { S3Error } from '../s3-error';
import type { Account } from '../store-context';

/**
 * Verifies the signature over the policy of a form (fields by lower-case name) and gives the policy.
 * Throws AccessDenied for an unsigned form, InvalidArgument, InvalidAccessKeyId or SignatureDoesNotMatch.
 */
export function verifyPostSignature(fields: ReadonlyMap<string, string>, account: Account): string {
  const policy = fields.get('policy');
  const signature = fields.get('x-amz-signature');
  if (policy === undefined && signature === undefined) throw new S3Error('AccessDenied');
  if (policy === undefined) throw missing('Policy');
  if (signature === undefined) throw missing('X-Amz-Signature');
  const credential = required(fields, 'X-Amz-Credential');
  const amzDate = required(fields, 'X-Amz-Date');
  const algorithm = required(fields, 'X-Amz-Algorithm');
  if (algorithm !== ALGORITHM) throw wrong('X-Amz-Algorithm', algorithm, `Only ${ALGORITHM} is supported`);
  if (!parseAmzDate(amzDate))
    throw wrong('X-Amz-Date', amzDate, 'X-Amz-Date must be formatted via ISO8601 Long format');
  const scope = parseCredential(credential);
  if (!scope) throw wrong('X-Amz-Credential', credential, 'the Credential is mal-formed');
  const fault = findScopeFault(scope, account, amzDate);
  if (fault) throw wrong('X-Amz-Credential', credential, fault);
  if (scope.accessKeyId !== account.accessKeyId) throw new S3Error('InvalidAccessKeyId');
  const expected = signHex(deriveSigningKey(account.secretAccessKey, scope), policy);
  if (!sameSignature(signature, expected)) throw new S3Error('SignatureDoesNotMatch');
  return policy;
}

function required(fields: ReadonlyMap<string, string>, name: string): string {
  const value = fields.get(name.toLowerCase());
  if (value === undefined) throw missing(name);
  return value;
}

function missing(name: string): S3Error {
  return new S3Error(
    'InvalidArgument',
    `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
    { ArgumentName: name, ArgumentValue: '' },
  );
}

function wrong(name: string, value: string, message: string): S3Error {
  return new S3Error('InvalidArgument', message, { ArgumentName: name, ArgumentValue: value });
}
