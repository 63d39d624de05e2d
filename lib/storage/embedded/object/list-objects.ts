import { type Query, queryValue } from '../http/request-target';
import { sendXml } from '../http/responses';
import { uriEncode } from '../http/uri-encode';
import { xmlDocument, xmlElement, xmlText } from '../http/xml';
import { LIMITS } from '../limits';
import { S3Error } from '../s3-error';
import type { S3Request, StoreContext } from '../store-context';
import { decodeToken, encodeToken } from './continuation-token';
import { collectPage, type ListPage, type ListQuery } from './list-page';

/** GET ?list-type=2 (ListObjectsV2). */
export function listObjects({ disk, bucket }: StoreContext, { res, target }: S3Request): void {
  if (queryValue(target.query, 'list-type') !== '2') throw new S3Error('NotImplemented');
  const query = readListQuery(target.query);
  const page = collectPage(disk, query);
  sendXml(res, 200, toXml(bucket, target.query, query, page));
}

function readListQuery(query: Query): ListQuery {
  const token = queryValue(query, 'continuation-token');
  return {
    prefix: queryValue(query, 'prefix') ?? '',
    delimiter: queryValue(query, 'delimiter') ?? '',
    after:
      token === undefined
        ? { key: queryValue(query, 'start-after') ?? '', isPrefix: false }
        : decodeToken(token),
    maxKeys: readMaxKeys(queryValue(query, 'max-keys')),
  };
}

function readMaxKeys(text: string | undefined): number {
  if (text === undefined || text === '') return LIMITS.keysPerPage;
  if (!/^\d{1,10}$/.test(text) || Number(text) > 2 ** 31 - 1) {
    throw new S3Error('InvalidArgument', 'Provided max-keys not an integer or within integer range', {
      ArgumentName: 'max-keys',
      ArgumentValue: text,
    });
  }
  return Math.min(Number(text), LIMITS.keysPerPage);
}

function toXml(bucket: string, raw: Query, query: ListQuery, page: ListPage): string {
  const encodingType = queryValue(raw, 'encoding-type');
  if (encodingType !== undefined && encodingType !== 'url') {
    throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request');
  }
  const name = (text: string): string => (encodingType === 'url' ? uriEncode(text, true) : text);
  const given = (element: string, parameter: string, show = name): string[] => {
    const value = queryValue(raw, parameter);
    return value === undefined ? [] : [xmlText(element, show(value))];
  };
  return xmlDocument('ListBucketResult', [
    xmlText('Name', bucket),
    xmlText('Prefix', name(query.prefix)),
    ...given('Delimiter', 'delimiter'),
    ...given('StartAfter', 'start-after'),
    ...given('ContinuationToken', 'continuation-token', String),
    ...given('EncodingType', 'encoding-type', String),
    xmlText('KeyCount', page.objects.length + page.commonPrefixes.length),
    xmlText('MaxKeys', query.maxKeys),
    xmlText('IsTruncated', page.next !== null),
    ...(page.next ? [xmlText('NextContinuationToken', encodeToken(page.next))] : []),
    ...page.objects.map((meta) =>
      xmlElement('Contents', [
        xmlText('Key', name(meta.key)),
        xmlText('LastModified', meta.lastModified),
        xmlText('ETag', `"${meta.etag}"`),
        xmlText('Size', meta.size),
        xmlText('StorageClass', 'STANDARD'),
      ]),
    ),
    ...page.commonPrefixes.map((prefix) => xmlElement('CommonPrefixes', [xmlText('Prefix', name(prefix))])),
  ]);
}
