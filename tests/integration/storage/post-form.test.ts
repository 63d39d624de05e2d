import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { STORE, startTestStore, type TestStore } from '../../support/object-store';
import { type FilePart, multipart, postForm, signFields } from '../../support/post-form';
import { sendRaw } from '../../support/raw-http';

type Parts = [string, string | FilePart][];

// biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder
const FILENAME_KEY = 'u/${filename}';

let store: TestStore;
beforeAll(async () => {
  store = await startTestStore();
});
afterAll(() => store.stop());
afterEach(async () => {
  expect(store.faults).toEqual([]);
  expect((await store.files()).temp).toEqual([]);
});

/** Signed fields whose policy lets every field that is given pass. */
function openFields(fields: Record<string, string>, range = [0, 1_000_000]): Record<string, string> {
  const expiration = new Date(Date.now() + 60_000).toISOString();
  const names = [...Object.keys(fields), 'x-amz-credential', 'x-amz-algorithm', 'x-amz-date'];
  const conditions = [
    { bucket: STORE.bucket },
    ['content-length-range', ...range],
    ...names.map((name) => ['starts-with', `$${name}`, '']),
  ];
  return { ...fields, ...signFields({ expiration, conditions }) };
}

function partsOf(fields: Record<string, string>, file: FilePart = { content: 'bytes' }): Parts {
  return [...Object.entries(fields), ['file', file]];
}

async function read(key: string): Promise<string> {
  const { Body } = await store.client.send(new GetObjectCommand({ Bucket: STORE.bucket, Key: key }));
  return (await Body?.transformToString()) ?? '';
}

describe('the answer to a stored form', () => {
  it.each([
    [undefined, 204],
    ['200', 200],
    ['204', 204],
    ['201', 201],
    ['303', 204],
    ['nonsense', 204],
  ])('success_action_status %s → %i', async (wanted, status) => {
    const fields = openFields({ key: 'answer', ...(wanted ? { success_action_status: wanted } : {}) });
    const answer = await postForm(store.bucketUrl, partsOf(fields));
    expect(answer.status).toBe(status);
    expect(answer.headers.etag).toBe('"4b3a6218bb3e3a7303e8a171a60fcf92"');
    expect(answer.headers.location).toBe(`${store.bucketUrl}/answer`);
  });

  it('201 carries a PostResponse document', async () => {
    const fields = openFields({ key: 'a & b/한글', success_action_status: '201' });
    const { text, headers } = await postForm(store.bucketUrl, partsOf(fields));
    expect(headers['content-type']).toBe('application/xml');
    expect(text).toContain('<PostResponse>');
    expect(text).toContain(`<Bucket>${STORE.bucket}</Bucket><Key>a &amp; b/한글</Key>`);
    expect(text).toContain('<ETag>&quot;4b3a6218bb3e3a7303e8a171a60fcf92&quot;</ETag>');
    expect(text).toContain(`<Location>${store.bucketUrl}/a%20%26%20b/%ED%95%9C%EA%B8%80</Location>`);
  });

  it('keeps content type, cache control and metadata of the form, not of the file part', async () => {
    const fields = openFields({
      key: 'kept',
      'Content-Type': 'image/webp',
      'Cache-Control': 'max-age=60',
      'x-amz-meta-note': '안녕',
    });
    await postForm(store.bucketUrl, partsOf(fields, { content: 'x', type: 'text/html' }));
    const head = await store.client.send(new HeadObjectCommand({ Bucket: STORE.bucket, Key: 'kept' }));
    expect(head).toMatchObject({ ContentType: 'image/webp', CacheControl: 'max-age=60', ContentLength: 1 });
    expect(head.Metadata?.note).toBe('=?UTF-8?B?7JWI64WV?=');
  });
});

describe('the order and number of parts', () => {
  it('fields after the file are ignored, even a key', async () => {
    const parts: Parts = [
      ...partsOf(openFields({ key: 'first' })),
      ['key', 'second'],
      ['acl', 'public-read'],
    ];
    expect((await postForm(store.bucketUrl, parts)).status).toBe(204);
    await expect(read('first')).resolves.toBe('bytes');
    await expect(read('second')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it.each<[string, (fields: Record<string, string>) => Parts, string]>([
    [
      'the policy after the file',
      ({ policy = '', ...rest }) => [...partsOf(rest), ['policy', policy]],
      'InvalidArgument',
    ],
    ['the key after the file', ({ key = '', ...rest }) => [...partsOf(rest), ['key', key]], 'AccessDenied'],
    ['no file', (fields) => Object.entries(fields), 'InvalidArgument'],
    ['two files', (fields) => [...partsOf(fields), ['file', { content: 'again' }]], 'InvalidArgument'],
    [
      'a file under another name',
      (fields) => [...Object.entries(fields), ['photo', { content: 'x' }]],
      'InvalidArgument',
    ],
    ['the same field twice', (fields) => [['key', 'images/x'], ...partsOf(fields)], 'InvalidArgument'],
    [
      'the same field twice in another case',
      (fields) => [['KEY', 'images/x'], ...partsOf(fields)],
      'InvalidArgument',
    ],
    [
      'fields above 20 KB',
      (fields) => [['x-ignore-a', 'a'.repeat(21_000)], ...partsOf(fields)],
      'MaxPostPreDataLengthExceeded',
    ],
    [
      'fields above 20 KB together',
      (fields) => [
        ...[1, 2, 3].map((n): [string, string] => [`x-ignore-${n}`, 'a'.repeat(8000)]),
        ...partsOf(fields),
      ],
      'MaxPostPreDataLengthExceeded',
    ],
    [
      'too many fields',
      (fields) => [
        ...Array.from({ length: 101 }, (_, n): [string, string] => [`x-ignore-${n}`, '']),
        ...partsOf(fields),
      ],
      'MaxPostPreDataLengthExceeded',
    ],
  ])('%s → refused', async (_name, toParts, code) => {
    const before = await store.files();
    const answer = await postForm(store.bucketUrl, toParts(openFields({ key: 'refused' })));
    expect(answer.code).toBe(code);
    expect(await store.files()).toEqual(before);
  });

  it('a file given as plain text is stored', async () => {
    const parts: Parts = [...Object.entries(openFields({ key: 'plain' })), ['file', 'just text']];
    expect((await postForm(store.bucketUrl, parts)).status).toBe(204);
    await expect(read('plain')).resolves.toBe('just text');
  });
});

describe('a file name in the key', () => {
  it.each([
    ['cat.jpg', 'u/cat.jpg'],
    ['C:\\\\photos\\\\cat.jpg', 'u/cat.jpg'],
    ['../../../etc/passwd', 'u/passwd'],
    ['고양이.jpg', 'u/고양이.jpg'],
    ['$&$1', 'u/$&$1'],
  ])('%s → %s', async (filename, key) => {
    const fields = openFields({ key: FILENAME_KEY, success_action_status: '201' });
    const answer = await postForm(store.bucketUrl, partsOf(fields, { content: filename, filename }));
    expect(answer.text).toContain(`<Key>${key.replace('&', '&amp;')}</Key>`);
    await expect(read(key)).resolves.toBe(filename);
  });

  it('the conditions hold for the key that results', async () => {
    const conditions = [
      { bucket: STORE.bucket },
      ['eq', '$key', FILENAME_KEY],
      ['starts-with', '$x-amz-date', ''],
    ];
    const fields = {
      key: FILENAME_KEY,
      ...signFields({ expiration: new Date(Date.now() + 60_000).toISOString(), conditions }),
    };
    expect((await postForm(store.bucketUrl, partsOf(fields))).code).toBe('AccessDenied');
  });
});

describe('a request that is no good form', () => {
  const send = (contentType: string, body: string | Buffer) =>
    sendRaw(store.url, `/${STORE.bucket}`, {
      method: 'POST',
      headers: { 'content-type': contentType, 'content-length': Buffer.byteLength(body) },
      body,
    });

  it.each([
    ['JSON', 'application/json', '{}', 412, 'PreconditionFailed'],
    ['url-encoded', 'application/x-www-form-urlencoded', 'key=a', 412, 'PreconditionFailed'],
    ['no boundary', 'multipart/form-data', 'x', 400, 'MalformedPOSTRequest'],
    ['nothing in it', 'multipart/form-data; boundary=b', '', 400, 'MalformedPOSTRequest'],
    ['text without parts', 'multipart/form-data; boundary=b', 'hello', 400, 'MalformedPOSTRequest'],
    [
      'a part that never ends',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nx',
      400,
      'MalformedPOSTRequest',
    ],
  ])('%s → refused', async (_name, type, body, status, code) => {
    const answer = await send(type, body);
    expect([answer.status, answer.code]).toEqual([status, code]);
  });

  it('a file whose form stops without its last boundary is not stored', async () => {
    const { body, contentType } = multipart(
      partsOf(openFields({ key: 'cut' }), { content: Buffer.alloc(100_000) }),
    );
    const answer = await send(contentType, body.subarray(0, body.length - 30));
    expect([answer.status, answer.code]).toEqual([400, 'MalformedPOSTRequest']);
    await expect(read('cut')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('a form without a length → MissingContentLength', async () => {
    const { body, contentType } = multipart(partsOf(openFields({ key: 'x' })));
    const headers = { 'content-type': contentType, 'transfer-encoding': 'chunked' };
    const answer = await sendRaw(store.url, `/${STORE.bucket}`, { method: 'POST', headers, body });
    expect([answer.status, answer.code]).toEqual([411, 'MissingContentLength']);
  });
});

describe('an upload that is cut', () => {
  it('by the client leaves nothing', async () => {
    const before = await store.files();
    const { body, contentType } = multipart(
      partsOf(openFields({ key: 'away' }), { content: Buffer.alloc(500_000) }),
    );
    const socket = connect(store.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST /${STORE.bucket} HTTP/1.1\r\nHost: x\r\nContent-Type: ${contentType}\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    socket.write(body.subarray(0, 300_000));
    await waitFor(async () => (await store.files()).temp.length === 1);
    socket.destroy();
    await waitFor(async () => (await store.files()).temp.length === 0);
    expect(await store.files()).toEqual(before);
  });

  it('by the limit is answered at once, long before its end, and stops growing', async () => {
    const total = 400_000_000;
    const { body, contentType } = multipart(
      partsOf(openFields({ key: 'flood' }, [0, 1000]), { content: 'x' }),
    );
    const socket = connect(store.port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const start = body.indexOf('\r\n\r\nx\r\n') + 4;
    socket.write(
      `POST /${STORE.bucket} HTTP/1.1\r\nHost: x\r\nContent-Type: ${contentType}\r\nContent-Length: ${total}\r\n\r\n`,
    );
    socket.write(body.subarray(0, start));
    socket.write(Buffer.alloc(50_000));
    const [data] = (await once(socket, 'data')) as [Buffer];
    expect(data.toString()).toMatch(/^HTTP\/1\.1 400 [\s\S]*Connection: close/);
    expect((await store.files()).temp).toEqual([]);
    await once(socket, 'close');
    expect(socket.bytesWritten).toBeLessThan(1_000_000);
  });
});

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come about within 10 s');
    await sleep(10);
  }
}
