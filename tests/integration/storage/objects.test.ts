import {
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { STORE, startTestStore, type TestStore } from '../../support/object-store';
import { sendRaw } from '../../support/raw-http';
import { signHeaders } from '../../support/sigv4';

const Bucket = STORE.bucket;
const TEN = '0123456789';

let store: TestStore;
beforeAll(async () => {
  store = await startTestStore();
  await put('ten', TEN);
  await put('empty', '');
});
afterAll(() => store.stop());
afterEach(() => expect(store.faults).toEqual([]));

async function put(key: string, body: string): Promise<void> {
  await store.client.send(new PutObjectCommand({ Bucket, Key: key, Body: Buffer.from(body) }));
}

function signedGet(key: string, headers: Record<string, string>, method = 'GET') {
  const signed = signHeaders(new URL(store.url).host, { method, path: `/${Bucket}/${key}`, headers });
  return sendRaw(store.url, signed.path, signed);
}

describe('GET and HEAD', () => {
  it('give back bytes, type, cache control, disposition and metadata', async () => {
    await store.client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'full',
        Body: 'x',
        ContentType: 'image/webp',
        CacheControl: 'public, max-age=31536000, immutable',
        ContentDisposition: 'inline',
        Metadata: { width: '640' },
      }),
    );
    const got = await store.client.send(new GetObjectCommand({ Bucket, Key: 'full' }));
    expect(got).toMatchObject({
      ContentType: 'image/webp',
      CacheControl: 'public, max-age=31536000, immutable',
      ContentDisposition: 'inline',
      ContentLength: 1,
      ETag: '"9dd4e461268c8034f5c8564e155c67a6"',
      Metadata: { width: '640' },
      AcceptRanges: 'bytes',
    });
    expect(await got.Body?.transformToString()).toBe('x');
    const head = await store.client.send(new HeadObjectCommand({ Bucket, Key: 'full' }));
    expect(head).toMatchObject({ ContentLength: 1, ContentType: 'image/webp', ETag: got.ETag });
  });

  it('an empty object', async () => {
    const got = await store.client.send(new GetObjectCommand({ Bucket, Key: 'empty' }));
    expect([got.ContentLength, await got.Body?.transformToString()]).toEqual([0, '']);
  });

  it('one that is not there', async () => {
    await expect(store.client.send(new GetObjectCommand({ Bucket, Key: 'no' }))).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
    await expect(store.client.send(new HeadObjectCommand({ Bucket, Key: 'no' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('overriding headers of a signed GET', async () => {
    const command = new GetObjectCommand({ Bucket, Key: 'ten', ResponseContentType: 'text/plain' });
    const got = await store.client.send(command);
    expect(got.ContentType).toBe('text/plain');
    await got.Body?.transformToString();
  });

  it('an object overwritten while it is read arrives as it was', async () => {
    const old = 'o'.repeat(3_000_000);
    await put('moving', old);
    const got = await store.client.send(new GetObjectCommand({ Bucket, Key: 'moving' }));
    await put('moving', 'new');
    expect((await got.Body?.transformToString()) === old).toBe(true);
  });

  it('two that write one key at once leave one of both, whole', async () => {
    const bodies = Array.from({ length: 12 }, (_, index) => `${index}`.repeat(200_000));
    await Promise.all(bodies.map((body) => put('race', body)));
    const got = await store.client.send(new GetObjectCommand({ Bucket, Key: 'race' }));
    expect(bodies).toContain(await got.Body?.transformToString());
    const listed = await store.client.send(new ListObjectsV2Command({ Bucket, Prefix: 'race' }));
    expect(listed.Contents?.[0]).toMatchObject({ ETag: got.ETag, Size: got.ContentLength });
  });
});

describe('Range', () => {
  it.each([
    ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-99', 206, TEN, 'bytes 0-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=4-2', 200, TEN, undefined],
    ['bytes=0-1,3-4', 200, TEN, undefined],
    ['bytes=-', 200, TEN, undefined],
    ['lines=1-2', 200, TEN, undefined],
    ['nonsense', 200, TEN, undefined],
  ])('%s → %i', async (range, status, body, contentRange) => {
    const answer = await signedGet('ten', { range });
    expect([answer.status, answer.text, answer.headers['content-range']]).toEqual([
      status,
      body,
      contentRange,
    ]);
    expect(answer.headers['content-length']).toBe(`${body.length}`);
  });

  it.each([
    ['ten', 'bytes=10-', 'bytes */10'],
    ['ten', 'bytes=-0', 'bytes */10'],
    ['ten', 'bytes=99999-100000', 'bytes */10'],
    ['empty', 'bytes=0-', 'bytes */0'],
    ['empty', 'bytes=-1', 'bytes */0'],
  ])('of %s, %s → 416 InvalidRange', async (key, range, contentRange) => {
    const answer = await signedGet(key, { range });
    expect([answer.status, answer.code, answer.headers['content-range']]).toEqual([
      416,
      'InvalidRange',
      contentRange,
    ]);
  });

  it('holds only while If-Range does', async () => {
    const { headers } = await signedGet('ten', {});
    const same = await signedGet('ten', { range: 'bytes=0-1', 'if-range': headers.etag ?? '' });
    const other = await signedGet('ten', { range: 'bytes=0-1', 'if-range': '"other"' });
    expect([same.status, other.status]).toEqual([206, 200]);
  });
});

describe('conditions', () => {
  const ETAG = '"781e5e245d69b566979b86e28d23f2c7"';
  const past = new Date(0).toUTCString();
  const future = new Date(Date.now() + 86_400_000).toUTCString();
  it.each<[Record<string, string>, number]>([
    [{ 'if-none-match': ETAG }, 304],
    [{ 'if-none-match': `"x", W/${ETAG}` }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"x"' }, 200],
    [{ 'if-match': ETAG }, 200],
    [{ 'if-match': '"x"' }, 412],
    [{ 'if-modified-since': future }, 304],
    [{ 'if-modified-since': past }, 200],
    [{ 'if-modified-since': 'nonsense' }, 200],
    [{ 'if-unmodified-since': past }, 412],
    [{ 'if-unmodified-since': future }, 200],
    [{ 'if-none-match': '"x"', 'if-modified-since': future }, 200],
    [{ 'if-match': ETAG, 'if-unmodified-since': past }, 200],
  ])('%j → %i', async (headers, status) => {
    for (const method of ['GET', 'HEAD']) {
      const answer = await signedGet('ten', headers, method);
      expect(answer.status).toBe(status);
      if (status === 304) expect([answer.text, answer.headers.etag]).toEqual(['', ETAG]);
    }
  });
});

describe('removing', () => {
  it('up to 1000 at once, missing ones too, and with names that XML must escape', async () => {
    const keys = ['del/<&">\'', 'del/한글', 'del/ space ', 'del/\u0001'];
    for (const key of keys) await put(key, 'x');
    const Objects = [...keys, 'del/missing'].map((Key) => ({ Key }));
    const { Deleted, Errors } = await store.client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects } }),
    );
    expect([Deleted?.length, Errors]).toEqual([5, undefined]);
    const { KeyCount } = await store.client.send(new ListObjectsV2Command({ Bucket, Prefix: 'del/' }));
    expect(KeyCount).toBe(0);
  });

  it.each([
    ['no XML', 'nonsense'],
    ['nothing', ''],
    ['no objects', '<Delete></Delete>'],
    ['an object without a key', '<Delete><Object></Object></Delete>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><Delete><Object><Key>&x;</Key></Object></Delete>'],
    ['1001 keys', `<Delete>${'<Object><Key>a</Key></Object>'.repeat(1001)}</Delete>`],
  ])('%s → MalformedXML', async (_name, body) => {
    const signing = { method: 'POST', path: `/${Bucket}`, query: { delete: '' }, body };
    const signed = signHeaders(new URL(store.url).host, signing);
    expect((await sendRaw(store.url, signed.path, signed)).code).toBe('MalformedXML');
  });
});

describe('the bucket', () => {
  it('is there, knows its region, and is made only once', async () => {
    const head = await store.client.send(new HeadBucketCommand({ Bucket }));
    expect(head.BucketRegion).toBe(STORE.region);
    const location = await store.client.send(new GetBucketLocationCommand({ Bucket }));
    expect(location.LocationConstraint).toBe(STORE.region);
    await expect(store.client.send(new CreateBucketCommand({ Bucket }))).rejects.toMatchObject({
      name: 'BucketAlreadyOwnedByYou',
    });
  });

  it('another one is not', async () => {
    await expect(store.client.send(new HeadBucketCommand({ Bucket: 'other' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    });
  });
});

it('what the store does not do is refused, and never done as something else', async () => {
  const commands = [
    new CopyObjectCommand({ Bucket, Key: 'ten', CopySource: `${Bucket}/empty` }),
    new PutObjectAclCommand({ Bucket, Key: 'ten', ACL: 'public-read' }),
    new CreateMultipartUploadCommand({ Bucket, Key: 'ten' }),
    new UploadPartCommand({ Bucket, Key: 'ten', UploadId: 'a', PartNumber: 1, Body: 'part' }),
    new PutBucketPolicyCommand({ Bucket, Policy: '{}' }),
    new GetObjectCommand({ Bucket, Key: 'ten', VersionId: 'v1' }),
  ];
  for (const command of commands) {
    await expect(store.client.send(command as GetObjectCommand)).rejects.toMatchObject({
      name: 'NotImplemented',
    });
  }
  expect((await signedGet('ten', {})).text).toBe(TEN);
});
