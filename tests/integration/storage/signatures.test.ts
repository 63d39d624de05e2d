import { PutObjectCommand } from '@aws-sdk/client-s3';
import { makeClient, STORE, startTestStore, type TestStore } from '../../support/object-store';
import { sendRaw } from '../../support/raw-http';
import { presign, type Signed, type Signing, signHeaders } from '../../support/sigv4';

const PATH = `/${STORE.bucket}/private/doc`;
const MINUTE_MS = 60_000;

let store: TestStore;
let host: string;
beforeAll(async () => {
  store = await startTestStore();
  host = new URL(store.url).host;
  await store.client.send(new PutObjectCommand({ Bucket: STORE.bucket, Key: 'private/doc', Body: 'secret' }));
});
afterAll(() => store.stop());
afterEach(() => expect(store.faults).toEqual([]));

const send = (signed: Signed) => sendRaw(store.url, signed.path, signed);
const ago = (ms: number) => new Date(Date.now() - ms);

function tampered(signed: Signed, header: string, change: (value: string) => string): Signed {
  return { ...signed, headers: { ...signed.headers, [header]: change(signed.headers[header] ?? '') } };
}

describe('a signature in the Authorization header', () => {
  const good: [string, Signing][] = [
    ['of a plain GET', {}],
    ['14 minutes old', { date: ago(14 * MINUTE_MS) }],
    ['14 minutes ahead', { date: ago(-14 * MINUTE_MS) }],
    ['with an unsigned payload', { payloadHash: 'UNSIGNED-PAYLOAD' }],
    ['with a query to be sorted', { query: { 'x-id': 'GetObject', b: '2', a: '1 &=', 'a-b': '' } }],
  ];
  it.each(good)('%s is taken', async (_name, signing) => {
    const answer = await send(signHeaders(host, { path: PATH, ...signing }));
    expect([answer.status, answer.text]).toEqual([200, 'secret']);
  });

  const bad: [string, number, string, Signing][] = [
    ['another secret', 403, 'SignatureDoesNotMatch', { secretAccessKey: 'wrong' }],
    ['another access key', 403, 'InvalidAccessKeyId', { accessKeyId: 'SOMEBODY' }],
    ['another region', 400, 'AuthorizationHeaderMalformed', { region: 'us-east-1' }],
    ['another service', 400, 'AuthorizationHeaderMalformed', { service: 'sqs' }],
    ['16 minutes old', 403, 'RequestTimeTooSkewed', { date: ago(16 * MINUTE_MS) }],
    ['16 minutes ahead', 403, 'RequestTimeTooSkewed', { date: ago(-16 * MINUTE_MS) }],
    ['host left out', 403, 'AccessDenied', { unsigned: ['host'] }],
    [
      'an x-amz- header left out',
      403,
      'AccessDenied',
      { headers: { 'x-amz-acl': 'private' }, unsigned: ['x-amz-acl'] },
    ],
  ];
  it.each(bad)('%s → %i %s', async (_name, status, code, signing) => {
    const answer = await send(signHeaders(host, { path: PATH, ...signing }));
    expect([answer.status, answer.code]).toEqual([status, code]);
  });

  const changes: [string, string, (signed: Signed) => Signed][] = [
    ['another path', 'SignatureDoesNotMatch', (signed) => ({ ...signed, path: `${PATH}2` })],
    ['another method', 'SignatureDoesNotMatch', (signed) => ({ ...signed, method: 'DELETE' })],
    ['a query added', 'SignatureDoesNotMatch', (signed) => ({ ...signed, path: `${signed.path}?a=1` })],
    [
      'another payload hash',
      'SignatureDoesNotMatch',
      (signed) => tampered(signed, 'x-amz-content-sha256', () => 'UNSIGNED-PAYLOAD'),
    ],
    [
      'another date on the same day',
      'SignatureDoesNotMatch',
      (signed) =>
        tampered(signed, 'x-amz-date', (date) => date.replace(/\dZ$/, (end) => (end === '0Z' ? '1Z' : '0Z'))),
    ],
    [
      'another day',
      'AuthorizationHeaderMalformed',
      (signed) => tampered(signed, 'x-amz-date', () => '20200101T000000Z'),
    ],
    [
      'one digit of the signature',
      'SignatureDoesNotMatch',
      (signed) =>
        tampered(signed, 'authorization', (text) => text.replace(/.$/, (d) => (d === '0' ? '1' : '0'))),
    ],
    [
      'a cut signature',
      'SignatureDoesNotMatch',
      (signed) => tampered(signed, 'authorization', (text) => text.slice(0, -1)),
    ],
    [
      'no signature',
      'AuthorizationHeaderMalformed',
      (signed) => tampered(signed, 'authorization', (text) => text.replace(/, Signature=.*/, '')),
    ],
    [
      'a mal-formed credential',
      'AuthorizationHeaderMalformed',
      (signed) =>
        tampered(signed, 'authorization', (text) => text.replace(/Credential=[^,]*/, 'Credential=a/b')),
    ],
    [
      'another mechanism',
      'InvalidRequest',
      (signed) => tampered(signed, 'authorization', () => 'AWS key:signature'),
    ],
    ['a bearer token', 'InvalidRequest', (signed) => tampered(signed, 'authorization', () => 'Bearer x')],
    [
      'a second mechanism',
      'InvalidArgument',
      (signed) => ({ ...signed, path: presign(host, { path: PATH }).path }),
    ],
  ];
  it.each(changes)('changed afterwards: %s → %s', async (_name, code, change) => {
    expect((await send(change(signHeaders(host, { path: PATH })))).code).toBe(code);
  });

  it('no payload hash → InvalidRequest', async () => {
    const { 'x-amz-content-sha256': _, ...headers } = signHeaders(host, { path: PATH }).headers;
    expect((await sendRaw(store.url, PATH, { headers })).code).toBe('InvalidRequest');
  });

  it('another host → SignatureDoesNotMatch', async () => {
    expect((await send(tampered(signHeaders(host, { path: PATH }), 'host', () => 'evil.example'))).code).toBe(
      'SignatureDoesNotMatch',
    );
  });

  it.each([
    ['another secret', { secretAccessKey: 'wrong' }, 'SignatureDoesNotMatch'],
    ['another access key', { accessKeyId: 'SOMEBODY' }, 'InvalidAccessKeyId'],
  ])('the AWS SDK with %s stores nothing', async (_name, credentials, code) => {
    const before = await store.files();
    const client = makeClient(store.url, credentials);
    const put = client.send(
      new PutObjectCommand({ Bucket: STORE.bucket, Key: 'private/doc', Body: 'changed' }),
    );
    await expect(put).rejects.toMatchObject({ name: code });
    client.destroy();
    expect(await store.files()).toEqual(before);
  });
});

describe('a signature in the query', () => {
  it.each<[string, Parameters<typeof presign>[1]]>([
    ['of a GET', {}],
    ['near its end', { date: ago(30_000) }],
    ['for a week', { expires: 604_800, date: ago(6 * 24 * 60 * MINUTE_MS) }],
    ['with other signed parameters', { query: { 'response-content-type': 'text/plain' } }],
    ['with a signed header', { headers: { 'x-amz-meta-a': 'b' } }],
  ])('%s is taken', async (_name, signing) => {
    expect(await send(presign(host, { path: PATH, ...signing }))).toMatchObject({
      status: 200,
      text: 'secret',
    });
  });

  it.each<[string, string, Parameters<typeof presign>[1]]>([
    ['expired', 'AccessDenied', { date: ago(62_000) }],
    ['not valid yet', 'AccessDenied', { date: ago(-16 * MINUTE_MS) }],
    ['longer than a week', 'AuthorizationQueryParametersError', { expires: 604_801 }],
    ['of no length', 'AuthorizationQueryParametersError', { expires: 0 }],
    ['of negative length', 'AuthorizationQueryParametersError', { expires: -1 }],
    ['of a length that is no number', 'AuthorizationQueryParametersError', { expires: '1e3' }],
    ['another secret', 'SignatureDoesNotMatch', { secretAccessKey: 'wrong' }],
    ['another access key', 'InvalidAccessKeyId', { accessKeyId: 'SOMEBODY' }],
    ['another region', 'AuthorizationQueryParametersError', { region: 'us-east-1' }],
    ['another method', 'SignatureDoesNotMatch', { method: 'PUT' }],
    ['another path', 'SignatureDoesNotMatch', { path: `${PATH}2` }],
    ['without its host', 'AccessDenied', { headers: { 'x-amz-meta-a': 'b' }, unsigned: ['host'] }],
    [
      'an x-amz- header left out',
      'AccessDenied',
      { headers: { 'x-amz-meta-a': 'b' }, unsigned: ['x-amz-meta-a'] },
    ],
  ])('%s → %s', async (_name, code, signing) => {
    const { path } = presign(host, { path: PATH, ...signing });
    const sent = path.replace(`${PATH}2`, PATH);
    expect((await sendRaw(store.url, sent, { headers: { host, ...signing?.headers } })).code).toBe(code);
  });

  it.each(['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'])(
    'without or with two X-Amz-%s → AuthorizationQueryParametersError',
    async (name) => {
      const { path } = presign(host, { path: PATH });
      const parameter = new RegExp(`[?&]X-Amz-${name}=[^&]*`).exec(path)?.[0] ?? '';
      const missing = path.replace(parameter, parameter.startsWith('?') ? '?' : '').replace('?&', '?');
      for (const changed of [missing, `${path}&${parameter.slice(1)}`]) {
        const { code } = await sendRaw(store.url, changed, { headers: { host } });
        expect(code).toBe('AuthorizationQueryParametersError');
      }
    },
  );

  it('uploads with PUT, and the body may be anything', async () => {
    const signed = presign(host, { method: 'PUT', path: `/${STORE.bucket}/put-here`, body: 'any' });
    expect((await send({ ...signed, headers: { ...signed.headers, 'content-length': '3' } })).status).toBe(
      200,
    );
  });
});

it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'POST'])(
  'a signed %s of another bucket finds none',
  async (method) => {
    const answer = await send(
      signHeaders(host, { method, path: '/other/key', body: method === 'GET' ? undefined : '' }),
    );
    expect(answer.status).toBe(404);
  },
);
