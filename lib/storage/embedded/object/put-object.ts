import type { IncomingMessage } from 'node:http';
import type { Authenticated } from '../auth/authenticate';
import { readRequestBody } from '../body/request-body';
import { S3Error } from '../s3-error';
import type { S3Request, StoreContext } from '../store-context';
import { pickStoredHeaders } from './stored-headers';

/** Headers that ask for something this store would otherwise silently not do. */
const UNSUPPORTED = [
  /^x-amz-copy-source/,
  /^x-amz-server-side-encryption/,
  /^x-amz-object-lock/,
  /^x-amz-grant-/,
  /^if-/,
];

/** PUT of one object. Nothing is visible before length, hash and checksums have held. */
export async function putObject(
  { disk, now }: StoreContext,
  { req, res, target }: S3Request,
  auth: Authenticated,
): Promise<void> {
  assertSupported(req);
  assertPrivateAcl(req.headersDistinct['x-amz-acl']?.[0]);
  const headers = pickStoredHeaders(joinedHeaders(req));
  const meta = await disk.put(target.key, readRequestBody(req, auth), headers, now());
  res.writeHead(200, { ETag: `"${meta.etag}"`, 'Content-Length': 0 });
  res.end();
}

/** This bucket knows no ACL but that of its owner. Throws AccessControlListNotSupported. */
export function assertPrivateAcl(acl: string | undefined): void {
  if (acl === undefined || acl === 'private' || acl === 'bucket-owner-full-control') return;
  throw new S3Error('AccessControlListNotSupported');
}

function assertSupported(req: IncomingMessage): void {
  const header = Object.keys(req.headersDistinct).find((name) =>
    UNSUPPORTED.some((pattern) => pattern.test(name)),
  );
  if (header) throw new S3Error('NotImplemented', undefined, { Header: header });
}

function joinedHeaders(req: IncomingMessage): [string, string][] {
  return Object.entries(req.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]);
}
