import type { IncomingMessage, ServerResponse } from 'node:http';
import { assertKeyLength } from '../http/request-target';
import { sendXml } from '../http/responses';
import { uriEncode } from '../http/uri-encode';
import { xmlDocument, xmlText } from '../http/xml';
import { LIMITS } from '../limits';
import { assertPrivateAcl } from '../object/put-object';
import { pickStoredHeaders } from '../object/stored-headers';
import { S3Error } from '../s3-error';
import type { S3Request, StoreContext } from '../store-context';
import { checkPostPolicy } from './check-post-policy';
import { openPostForm, type PostForm } from './post-form';
import { type PostPolicy, parsePostPolicy } from './post-policy';
import { verifyPostSignature } from './verify-post-signature';

/** POST of a multipart form, allowed by its signed policy alone. Nothing is stored unless all of it holds. */
export async function postObject(context: StoreContext, { req, res }: S3Request): Promise<void> {
  assertRequestSize(req);
  const form = await openPostForm(req);
  try {
    const fields = substituteFilename(form);
    const policy = authorizeForm(context, fields);
    const key = readKey(fields);
    assertSupported(fields);
    const headers = pickStoredHeaders(fields);
    const meta = await context.disk.put(key, withinSize(form.file, policy), headers, context.now());
    answer(req, res, context.bucket, fields, meta);
  } finally {
    form.abandon();
  }
}

function authorizeForm(context: StoreContext, fields: Map<string, string>): PostPolicy {
  const policy = parsePostPolicy(verifyPostSignature(fields, context.account));
  const named = fields.get('bucket');
  const bucket = named === undefined || named === context.bucket ? context.bucket : named;
  checkPostPolicy(policy, new Map(fields).set('bucket', bucket), context.now());
  if (bucket !== context.bucket) {
    throw new S3Error('AccessDenied', 'Invalid according to Policy: the bucket is not that of the URL.');
  }
  return policy;
}

function substituteFilename({ fields, filename }: PostForm): Map<string, string> {
  const replaced = [...fields].map(
    ([name, value]) =>
      [name, name === 'policy' ? value : value.replaceAll('${' + 'filename}', () => filename)] as const,
  );
  return new Map(replaced);
}

function readKey(fields: ReadonlyMap<string, string>): string {
  const key = fields.get('key');
  if (!key) {
    throw new S3Error(
      'InvalidArgument',
      "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
      { ArgumentName: 'key', ArgumentValue: '' },
    );
  }
  assertKeyLength(key);
  return key;
}

function assertSupported(fields: ReadonlyMap<string, string>): void {
  assertPrivateAcl(fields.get('acl') ?? fields.get('x-amz-acl'));
  const redirect = ['success_action_redirect', 'redirect', 'tagging'].find((name) => fields.has(name));
  if (redirect) throw new S3Error('NotImplemented', undefined, { Header: redirect });
}

async function* withinSize(file: AsyncIterable<Buffer>, { size }: PostPolicy): AsyncGenerator<Buffer> {
  const { min, max } = size ?? { min: 0, max: LIMITS.objectBytes };
  let received = 0;
  for await (const chunk of file) {
    received += chunk.length;
    if (received > Math.min(max, LIMITS.objectBytes)) {
      throw new S3Error('EntityTooLarge', undefined, {
        ProposedSize: `${received}`,
        MaxSizeAllowed: `${max}`,
      });
    }
    yield chunk;
  }
  if (received >= min) return;
  throw new S3Error('EntityTooSmall', undefined, { ProposedSize: `${received}`, MinSizeAllowed: `${min}` });
}

function assertRequestSize(req: IncomingMessage): void {
  const length = req.headers['content-length'];
  if (length === undefined || !/^\d{1,15}$/.test(length)) throw new S3Error('MissingContentLength');
  if (Number(length) <= LIMITS.objectBytes + LIMITS.formOverheadBytes) return;
  throw new S3Error('EntityTooLarge', undefined, {
    ProposedSize: length,
    MaxSizeAllowed: `${LIMITS.objectBytes}`,
  });
}

function answer(
  req: IncomingMessage,
  res: ServerResponse,
  bucket: string,
  fields: ReadonlyMap<string, string>,
  { key, etag }: { key: string; etag: string },
): void {
  const location = `http://${req.headers.host ?? ''}/${bucket}/${uriEncode(key, true)}`;
  res.setHeader('ETag', `"${etag}"`);
  res.setHeader('Location', location);
  if (fields.get('success_action_status') === '201') {
    const parts = { Location: location, Bucket: bucket, Key: key, ETag: `"${etag}"` };
    const children = Object.entries(parts).map(([name, value]) => xmlText(name, value));
    sendXml(res, 201, xmlDocument('PostResponse', children, false));
    return;
  }
  if (fields.get('success_action_status') === '200') res.writeHead(200, { 'Content-Length': 0 });
  else res.writeHead(204);
  res.end();
}
