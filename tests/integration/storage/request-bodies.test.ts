import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { type ChecksumAlgorithm, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { DIGESTS, type DigestName } from '@/lib/storage/embedded/body/checksums';
import { STORE, startTestStore, type TestStore } from '../../support/object-store';
import { sendRaw } from '../../support/raw-http';
import { type Signing, scopeOf, signChunks, signHeaders } from '../../support/sigv4';

const PATH = `/${STORE.bucket}/body`;
const BODY = 'the bytes of a body';

let store: TestStore;
let host: string;
beforeAll(async () => {
  store = await startTestStore();
  host = new URL(store.url).host;
});
afterAll(() => store.stop());
afterEach(async () => {
  expect(store.faults).toEqual([]);
  expect((await store.files()).temp).toEqual([]);
});

async function read(key = 'body'): Promise<string> {
  const { Body } = await store.client.send(new GetObjectCommand({ Bucket: STORE.bucket, Key: key }));
  return (await Body?.transformToString()) ?? '';
}

function put(signing: Signing, body: string | Buffer) {
  const signed = signHeaders(host, { method: 'PUT', path: PATH, ...signing });
  return sendRaw(store.url, PATH, {
    method: 'PUT',
    headers: { ...signed.headers, 'content-length': Buffer.byteLength(body) },
    body,
  });
}

describe.each(['CRC32', 'CRC32C', 'SHA1', 'SHA256', 'CRC64NVME'] as const)(
  'the AWS SDK with %s',
  (algorithm) => {
    it.each(['bytes at once', 'a stream'])('stores %s', async (kind) => {
      const content = Buffer.alloc(300_000, algorithm);
      const Body =
        kind === 'a stream'
          ? Readable.from([content.subarray(0, 70_001), content.subarray(70_001)])
          : content;
      const command = new PutObjectCommand({
        Bucket: STORE.bucket,
        Key: `sdk-${algorithm}`,
        Body,
        ContentLength: content.length,
        ChecksumAlgorithm: algorithm as ChecksumAlgorithm,
      });
      await store.client.send(command);
      expect((await read(`sdk-${algorithm}`)) === content.toString()).toBe(true);
    });
  },
);

it.each<[DigestName, string]>([
  ['crc32', 'cbf43926'],
  ['crc32c', 'e3069283'],
  ['crc64nvme', 'ae8b14860a799888'],
])('%s of "123456789" is the check value of its standard', (name, hex) => {
  const digest = DIGESTS[name]();
  digest.update(Buffer.from('1234'));
  digest.update(Buffer.from('56789'));
  expect(Buffer.from(digest.base64(), 'base64').toString('hex')).toBe(hex);
});

describe('a body that is not what was signed leaves the old object', () => {
  beforeAll(() => put({ body: 'old' }, 'old'));
  afterEach(async () => expect(await read()).toBe('old'));

  const md5 = (text: string) => createHash('md5').update(text).digest('base64');
  it.each<[string, number, string, Signing, string]>([
    ['another body', 400, 'XAmzContentSHA256Mismatch', { body: BODY }, BODY.toUpperCase()],
    ['a payload hash of no known kind', 400, 'InvalidArgument', { payloadHash: 'nonsense' }, BODY],
    ['a wrong Content-MD5', 400, 'BadDigest', { body: BODY, headers: { 'content-md5': md5('x') } }, BODY],
    ['a mal-formed Content-MD5', 400, 'InvalidDigest', { body: BODY, headers: { 'content-md5': 'x' } }, BODY],
    [
      'a wrong CRC32',
      400,
      'BadDigest',
      { body: BODY, headers: { 'x-amz-checksum-crc32': 'AAAAAA==' } },
      BODY,
    ],
    ['a copy source', 501, 'NotImplemented', { body: '', headers: { 'x-amz-copy-source': '/a/b' } }, ''],
    [
      'encryption',
      501,
      'NotImplemented',
      { body: '', headers: { 'x-amz-server-side-encryption': 'AES256' } },
      '',
    ],
    ['a condition', 501, 'NotImplemented', { body: '', headers: { 'if-none-match': '*' } }, ''],
    [
      'a public ACL',
      400,
      'AccessControlListNotSupported',
      { body: '', headers: { 'x-amz-acl': 'public-read' } },
      '',
    ],
  ])('%s → %i %s', async (_name, status, code, signing, body) => {
    const answer = await put(signing, body);
    expect([answer.status, answer.code]).toEqual([status, code]);
  });

  it('a body above the largest object → EntityTooLarge before a byte of it is read', async () => {
    const signed = signHeaders(host, { method: 'PUT', path: PATH, payloadHash: 'UNSIGNED-PAYLOAD' });
    const socket = connect(store.port, '127.0.0.1');
    const headers = Object.entries({ ...signed.headers, 'content-length': '9000000000' });
    socket.write(
      `PUT ${PATH} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    );
    const [data] = (await once(socket, 'data')) as [Buffer];
    expect(data.toString()).toContain('<Code>EntityTooLarge</Code>');
    socket.destroy();
  });

  it('no length → MissingContentLength', async () => {
    const signed = signHeaders(host, { method: 'PUT', path: PATH, payloadHash: 'UNSIGNED-PAYLOAD' });
    const headers = { ...signed.headers, 'transfer-encoding': 'chunked' };
    expect((await sendRaw(store.url, PATH, { method: 'PUT', headers, body: 'x' })).code).toBe(
      'MissingContentLength',
    );
  });

  it('a client that goes away in the middle', async () => {
    const signed = signHeaders(host, { method: 'PUT', path: PATH, payloadHash: 'UNSIGNED-PAYLOAD' });
    const socket = connect(store.port, '127.0.0.1');
    const headers = Object.entries({ ...signed.headers, 'content-length': '1000000' });
    socket.write(
      `PUT ${PATH} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    );
    socket.write(Buffer.alloc(400_000));
    while ((await store.files()).temp.length === 0) await sleep(5);
    socket.destroy();
    while ((await store.files()).temp.length > 0) await sleep(5);
  });
});

describe('aws-chunked', () => {
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(Buffer.from(BODY)));
  const trailer = `x-amz-checksum-crc32:${crc.toString('base64')}`;
  const size = BODY.length.toString(16);
  const headers = {
    'content-encoding': 'aws-chunked',
    'x-amz-decoded-content-length': `${BODY.length}`,
    'x-amz-trailer': 'x-amz-checksum-crc32',
  };
  const unsigned: Signing = { payloadHash: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', headers };

  it('with a good trailer is stored decoded, without the coding', async () => {
    expect((await put(unsigned, `${size}\r\n${BODY}\r\n0\r\n${trailer}\r\n\r\n`)).status).toBe(200);
    expect(await read()).toBe(BODY);
    const got = await store.client.send(new GetObjectCommand({ Bucket: STORE.bucket, Key: 'body' }));
    expect(got.ContentEncoding).toBeUndefined();
    await got.Body?.transformToString();
  });

  it('in chunks of one byte is stored', async () => {
    const chunks = [...BODY].map((char) => `1\r\n${char}\r\n`).join('');
    expect((await put(unsigned, `${chunks}0\r\n${trailer}\r\n\r\n`)).status).toBe(200);
    expect(await read()).toBe(BODY);
  });

  it.each([
    ['a wrong checksum', 'BadDigest', `${size}\r\n${BODY}\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n`],
    ['no trailer', 'MalformedTrailerError', `${size}\r\n${BODY}\r\n0\r\n\r\n`],
    ['a trailer without a colon', 'MalformedTrailerError', `${size}\r\n${BODY}\r\n0\r\nnonsense\r\n\r\n`],
    [
      'a body that is longer than announced',
      'IncompleteBody',
      `1\r\nx\r\n${size}\r\n${BODY}\r\n0\r\n${trailer}\r\n\r\n`,
    ],
    ['a body that is shorter than announced', 'IncompleteBody', `1\r\nx\r\n0\r\n${trailer}\r\n\r\n`],
    ['no last chunk', 'IncompleteBody', `${size}\r\n${BODY}\r\n`],
    ['a size that is no number', 'IncompleteBody', `zz\r\n${BODY}\r\n0\r\n\r\n`],
    ['a size that runs past the end', 'IncompleteBody', `fffff\r\n${BODY}\r\n0\r\n\r\n`],
    ['a line that never ends', 'IncompleteBody', 'a'.repeat(100_000)],
    ['plain bytes', 'IncompleteBody', BODY],
    ['nothing', 'IncompleteBody', ''],
  ])('with %s → %s', async (_name, code, body) => {
    const before = await store.files();
    expect((await put(unsigned, body)).code).toBe(code);
    expect(await store.files()).toEqual(before);
  });

  describe('with a signature on each chunk', () => {
    const signing: Signing = {
      payloadHash: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
      headers: { 'content-encoding': 'aws-chunked', 'x-amz-decoded-content-length': '9' },
      date: new Date(),
    };
    const chunks = [Buffer.from('first'), Buffer.from('next')];
    const seed = () =>
      /Signature=(.*)$/.exec(
        signHeaders(host, { method: 'PUT', path: PATH, ...signing }).headers.authorization ?? '',
      )?.[1] ?? '';

    it('is stored when all hold', async () => {
      expect((await put(signing, signChunks(chunks, seed(), scopeOf(signing)))).status).toBe(200);
      expect(await read()).toBe('firstnext');
    });

    it.each<[string, (body: string) => string]>([
      ['a changed chunk', (body) => body.replace('next', 'NEXT')],
      [
        'a changed last signature',
        (body) => body.replace(/.\r\n\r\n$/, (end) => `${end.startsWith('0') ? '1' : '0'}\r\n\r\n`),
      ],
      ['no signatures', (body) => body.replace(/;chunk-signature=[0-9a-f]+/g, '')],
    ])('%s → SignatureDoesNotMatch', async (_name, change) => {
      const body = change(signChunks(chunks, seed(), scopeOf(signing)).toString());
      expect((await put(signing, body)).code).toBe('SignatureDoesNotMatch');
    });
  });
});
