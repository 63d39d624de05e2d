import { sendEmpty, sendXml } from '../http/responses';
import { xmlDocument } from '../http/xml';
import { S3Error } from '../s3-error';
import type { S3Request, StoreContext } from '../store-context';

/** HEAD, location and creation of the one bucket there is. */
export function answerBucket({ account }: StoreContext, { req, res, target }: S3Request): void {
  if (req.method === 'PUT') throw new S3Error('BucketAlreadyOwnedByYou');
  res.setHeader('x-amz-bucket-region', account.region);
  if (req.method === 'HEAD') {
    sendEmpty(res, 200);
    return;
  }
  if (req.method !== 'GET' || !target.query.has('location')) throw new S3Error('MethodNotAllowed');
  sendXml(
    res,
    200,
    xmlDocument('LocationConstraint', account.region === 'us-east-1' ? [] : [account.region]),
  );
}
