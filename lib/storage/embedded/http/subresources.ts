import { S3Error } from '../s3-error';
import type { RequestTarget } from './request-target';

/** Query names that turn a GET or HEAD into an operation other than reading or listing. */
const OTHER_READS = new Set(
  (
    'accelerate acl analytics attributes cors encryption intelligent-tiering inventory legal-hold lifecycle logging ' +
    'metadataTable metrics notification object-lock ownershipControls partNumber policy policyStatus publicAccessBlock ' +
    'replication requestPayment retention select session tagging torrent uploadId uploads versionId versioning versions website'
  ).split(' '),
);

/**
 * Refuses what a query asks for and this store does not do, rather than doing something else: a PUT of
 * `?acl` must never become the object. Throws NotImplemented.
 */
export function assertKnownQuery(method: string, { key, query }: RequestTarget): void {
  const isRead = method === 'GET' || method === 'HEAD';
  const unknown = [...query.keys()].find((name) =>
    isRead ? OTHER_READS.has(name) : !isKnownWrite(name, key),
  );
  if (unknown !== undefined) throw new S3Error('NotImplemented', undefined, { Header: unknown });
}

function isKnownWrite(name: string, key: string): boolean {
  return name.startsWith('X-Amz-') || name === 'x-id' || (name === 'delete' && key === '');
}
