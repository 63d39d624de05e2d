import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { makeDataDir, STORE, startTestStore, type TestStore } from '../../support/object-store';
import { postForm, signFields } from '../../support/post-form';
import { sendRaw } from '../../support/raw-http';

let store: TestStore;
let parent: string;
beforeAll(async () => {
  parent = await makeDataDir();
  store = await startTestStore({ dataDir: `${parent}/store`, publicPrefixes: [''] });
});
afterAll(async () => {
  await store.stop();
  await rm(parent, { recursive: true, force: true });
});
afterEach(() => expect(store.faults).toEqual([]));

async function postKey(key: string) {
  const conditions = [
    { bucket: STORE.bucket },
    ['starts-with', '$key', ''],
    ...['x-amz-credential', 'x-amz-algorithm', 'x-amz-date'].map((name) => ['starts-with', `$${name}`, '']),
  ];
  const expiration = new Date(Date.now() + 60_000).toISOString();
  const fields = { key, ...signFields({ expiration, conditions }) };
  return postForm(store.bucketUrl, [...Object.entries(fields), ['file', { content: key }]]);
}

function readKey(key: string) {
  const encoded = [...Buffer.from(key)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return sendRaw(store.url, `/${STORE.bucket}/${encoded}`);
}

const TRICKS = [
  '../escape',
  '../../../../../../../../tmp/escape',
  '..',
  '.',
  '/',
  '//',
  '/etc/passwd',
  'images/../uploads/x',
  'a',
  'a/b',
  'a//b',
  'a/',
  'a/.',
  'a/./b',
  'A',
  'a\0b',
  '\0',
  'a\\..\\b',
  'C:\\x',
  'con',
  'a b',
  'a+b',
  'a%2Fb',
  'a%2fb',
  '%2e%2e/x',
  'a?b#c',
  'a&b=c',
  '한글/사진',
  '\u1112\u1161\u11ab',
  '한',
  '😀',
  'trailing.',
  'trailing ',
  '\n',
  '\u007f',
  '__proto__',
  'constructor',
  'tmp/x',
  'x.json',
  'k'.repeat(1024),
  '가'.repeat(341),
];

describe('a key is only a name', () => {
  it('each of the tricks is stored under itself and stays apart from the others', async () => {
    for (const key of TRICKS) expect([key, (await postKey(key)).status]).toEqual([key, 204]);
    for (const key of TRICKS) expect([key, (await readKey(key)).text]).toEqual([key, key]);
    expect((await store.files()).objects).toHaveLength(TRICKS.length);
  });

  it('nothing appears outside the folder of the store', async () => {
    expect(await readdir(parent)).toEqual(['store']);
    expect((await readdir(store.dataDir)).sort()).toEqual(['objects', 'tmp']);
    expect(await readdir(dirname(parent))).not.toContain('escape');
  });

  it('every file is named after the hash of its key', async () => {
    const names = (await store.files()).objects.map((file) => file.split(' ')[0]);
    expect(names).toContain(createHash('sha256').update('../escape').digest('hex'));
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{64}$/);
  });

  it('removing one of two that nest leaves the other', async () => {
    await store.client.send(new DeleteObjectCommand({ Bucket: STORE.bucket, Key: 'a' }));
    expect((await readKey('a')).status).toBe(404);
    expect((await readKey('a/b')).text).toBe('a/b');
  });

  it.each([
    ['1025 bytes of ASCII', 'k'.repeat(1025)],
    ['1026 bytes of Hangul', '가'.repeat(342)],
  ])('%s → KeyTooLongError, in a form and in a path', async (_name, key) => {
    expect((await postKey(key)).code).toBe('KeyTooLongError');
    expect((await readKey(key)).code).toBe('KeyTooLongError');
  });

  it.each(['%ff', '%', '%zz', '%c0%ae%c0%ae/x'])('a path with %s → InvalidURI', async (path) => {
    expect((await sendRaw(store.url, `/${STORE.bucket}/${path}`)).code).toBe('InvalidURI');
  });

  it.each(['/../../../etc/passwd', '/..', `/x/../${STORE.bucket}/a/b`, `/${STORE.bucket}/../../etc/passwd`])(
    'the raw path %s finds nothing',
    async (path) => {
      expect([403, 404]).toContain((await sendRaw(store.url, path)).status);
    },
  );
});

it('any two different keys are two objects', async () => {
  const keys = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((key) => Buffer.byteLength(key) <= 1024);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(keys, { minLength: 2, maxLength: 4 }), async (names) => {
      for (const key of names) {
        await store.client.send(
          new PutObjectCommand({ Bucket: STORE.bucket, Key: key, Body: `body of ${key}` }),
        );
      }
      for (const key of names) {
        const { Body } = await store.client.send(new GetObjectCommand({ Bucket: STORE.bucket, Key: key }));
        expect(await Body?.transformToString()).toBe(`body of ${key}`);
      }
    }),
    { numRuns: 40 },
  );
});
