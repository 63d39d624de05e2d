import { ListObjectsV2Command, type ListObjectsV2CommandInput, PutObjectCommand } from '@aws-sdk/client-s3';
import { STORE, startTestStore, type TestStore } from '../../support/object-store';
import { sendRaw } from '../../support/raw-http';
import { signHeaders } from '../../support/sigv4';

const KEYS = [
  'a',
  'a/b',
  'a/c/1',
  'a/c/2',
  'a/d',
  'a0',
  'b/x',
  'b/y',
  'z &<>',
  '\ue000',
  '가',
  '나/1',
  '나/2',
  '😀',
];
const IN_ORDER = [...KEYS].sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));

let store: TestStore;
beforeAll(async () => {
  store = await startTestStore();
  for (const Key of KEYS.toReversed()) {
    await store.client.send(new PutObjectCommand({ Bucket: STORE.bucket, Key, Body: Key }));
  }
});
afterAll(() => store.stop());
afterEach(() => expect(store.faults).toEqual([]));

async function listAll(
  input: Partial<ListObjectsV2CommandInput>,
): Promise<{ entries: string[]; pages: number[] }> {
  const entries: string[] = [];
  const pages: number[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await store.client.send(
      new ListObjectsV2Command({ Bucket: STORE.bucket, ...input, ContinuationToken }),
    );
    const found = [
      ...(page.Contents ?? []).map(({ Key }) => Key),
      ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
    ];
    expect(page.KeyCount).toBe(found.length);
    expect(page.IsTruncated).toBe(page.NextContinuationToken !== undefined);
    entries.push(...found.map(String));
    pages.push(found.length);
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  return { entries, pages };
}

const sorted = (entries: string[]) => [...entries].sort();

it('keys come in the order of their bytes, with size, time and ETag', async () => {
  expect((await listAll({})).entries).toEqual(IN_ORDER);
  const { Contents } = await store.client.send(
    new ListObjectsV2Command({ Bucket: STORE.bucket, Prefix: 'a0' }),
  );
  expect(Contents?.[0]).toMatchObject({
    Key: 'a0',
    Size: 2,
    ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
  });
  expect(Date.now() - (Contents?.[0]?.LastModified?.getTime() ?? 0)).toBeLessThan(60_000);
});

it.each([1, 2, 3, 5, 13, 14, 15, 1000, 5000])('pages of %i give each key once, in order', async (MaxKeys) => {
  const { entries, pages } = await listAll({ MaxKeys });
  expect(entries).toEqual(IN_ORDER);
  expect(Math.max(...pages)).toBeLessThanOrEqual(MaxKeys);
});

it.each<[Partial<ListObjectsV2CommandInput>, string[]]>([
  [{ Prefix: 'a/' }, ['a/b', 'a/c/1', 'a/c/2', 'a/d']],
  [{ Prefix: '나' }, ['나/1', '나/2']],
  [{ Prefix: 'none' }, []],
  [{ Prefix: 'z &' }, ['z &<>']],
  [{ StartAfter: 'a/c/1', Prefix: 'a' }, ['a/c/2', 'a/d', 'a0']],
  [{ StartAfter: 'a/c/11', Prefix: 'a' }, ['a/c/2', 'a/d', 'a0']],
  [{ Delimiter: '/', Prefix: 'a/' }, ['a/b', 'a/d', 'a/c/']],
  [{ Delimiter: '/' }, ['a', 'a0', 'z &<>', '\ue000', '가', '😀', 'a/', 'b/', '나/']],
  [{ Delimiter: 'c/', Prefix: 'a' }, ['a', 'a/b', 'a/d', 'a0', 'a/c/']],
])('%j', async (input, expected) => {
  for (const MaxKeys of [1, 2, 1000]) {
    for (const EncodingType of [undefined, 'url' as const]) {
      const { entries } = await listAll({ ...input, MaxKeys, EncodingType });
      const shown = EncodingType ? entries.map(decodeURIComponent) : entries;
      expect(sorted(shown)).toEqual(sorted(expected));
    }
  }
});

it('no keys at all are a page without a next one', async () => {
  const page = await store.client.send(new ListObjectsV2Command({ Bucket: STORE.bucket, MaxKeys: 0 }));
  expect([page.KeyCount, page.IsTruncated]).toEqual([0, false]);
});

it.each<[Record<string, string>, string]>([
  [{ 'list-type': '2', 'max-keys': '-1' }, 'InvalidArgument'],
  [{ 'list-type': '2', 'max-keys': 'x' }, 'InvalidArgument'],
  [{ 'list-type': '2', 'max-keys': '99999999999' }, 'InvalidArgument'],
  [{ 'list-type': '2', 'continuation-token': 'nonsense' }, 'InvalidArgument'],
  [{ 'list-type': '2', 'continuation-token': '' }, 'InvalidArgument'],
  [{ 'list-type': '2', 'encoding-type': 'base64' }, 'InvalidArgument'],
  [{}, 'NotImplemented'],
  [{ versions: '' }, 'NotImplemented'],
  [{ uploads: '' }, 'NotImplemented'],
])('%j → %s', async (query, code) => {
  const signed = signHeaders(new URL(store.url).host, { path: `/${STORE.bucket}`, query });
  expect((await sendRaw(store.url, signed.path, signed)).code).toBe(code);
});
