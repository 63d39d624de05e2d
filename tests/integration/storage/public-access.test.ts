import { PutObjectCommand } from '@aws-sdk/client-s3';
import { STORE, startTestStore, type TestStore } from '../../support/object-store';
import { sendRaw } from '../../support/raw-http';

const ORIGIN = 'https://egodaeyeo.example';
const POLICY = "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const BUCKET = `/${STORE.bucket}`;

let store: TestStore;
let strict: TestStore;
beforeAll(async () => {
  store = await startTestStore();
  strict = await startTestStore({ allowedOrigins: [ORIGIN] });
  const page = {
    ContentType: 'text/html',
    CacheControl: 'public, max-age=60',
    Body: '<script>alert(1)</script>',
  };
  for (const Key of ['images/1/640.webp', 'uploads/m/1', 'imagesx', 'images/%2e%2e/uploads/m/1']) {
    await store.client.send(new PutObjectCommand({ Bucket: STORE.bucket, Key, ...page }));
  }
});
afterAll(async () => {
  await store.stop();
  await strict.stop();
});
afterEach(() => expect([store.faults, strict.faults]).toEqual([[], []]));

describe('without a signature', () => {
  it('a public object can be read, and is never a page with rights', async () => {
    const answer = await sendRaw(store.url, `${BUCKET}/images/1/640.webp`);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html',
      'cache-control': 'public, max-age=60',
      'x-content-type-options': 'nosniff',
      'content-security-policy': POLICY,
    });
    const head = await sendRaw(store.url, `${BUCKET}/images/1/640.webp`, { method: 'HEAD' });
    expect([head.status, head.headers['content-length'], head.text]).toEqual([200, '25', '']);
    const again = await sendRaw(store.url, `${BUCKET}/images/1/640.webp`, {
      headers: { 'if-none-match': answer.headers.etag },
    });
    expect([again.status, again.headers['content-security-policy']]).toEqual([304, POLICY]);
  });

  it('a public object that is not there is not found', async () => {
    expect(await sendRaw(store.url, `${BUCKET}/images/2`)).toMatchObject({ status: 404, code: 'NoSuchKey' });
  });

  it.each<[string, string]>([
    ['GET', '/uploads/m/1'],
    ['HEAD', '/uploads/m/1'],
    ['GET', '/uploads/missing'],
    ['GET', '/imagesx'],
    ['GET', '/Images/1/640.webp'],
    ['GET', '/images'],
    ['GET', '//images/1/640.webp'],
    ['GET', ''],
    ['GET', '/'],
    ['GET', '?list-type=2'],
    ['GET', '/?list-type=2&prefix=images/'],
    ['GET', '?location'],
    ['HEAD', ''],
    ['PUT', ''],
    ['DELETE', ''],
    ['PUT', '/images/new'],
    ['DELETE', '/images/1/640.webp'],
    ['POST', '/images/1/640.webp'],
    ['POST', '?delete'],
    ['PATCH', '/images/1/640.webp'],
  ])('%s %s → 403', async (method, path) => {
    const before = await store.files();
    const answer = await sendRaw(store.url, BUCKET + path, { method, headers: { 'content-length': 0 } });
    expect([answer.status, answer.code]).toEqual([403, method === 'HEAD' ? '' : 'AccessDenied']);
    expect(await store.files()).toEqual(before);
  });

  it('dots in a path are names, not steps', async () => {
    expect((await sendRaw(store.url, `${BUCKET}/images/../uploads/m/1`)).status).toBe(404);
    expect((await sendRaw(store.url, `${BUCKET}/images/%2e%2e/uploads/m/1`)).status).toBe(404);
    expect((await sendRaw(store.url, `${BUCKET}/images/%252e%252e/uploads/m/1`)).status).toBe(200);
  });

  it('headers cannot be overridden', async () => {
    const answer = await sendRaw(store.url, `${BUCKET}/images/1/640.webp?response-content-type=text/html`);
    expect(answer.code).toBe('InvalidRequest');
  });

  it.each(['/', '//', '/other', '/other/images/x'])('%s → AccessDenied', async (path) => {
    expect((await sendRaw(store.url, path)).code).toBe('AccessDenied');
  });

  it('a GET with a body does not keep its connection', async () => {
    const answer = await sendRaw(store.url, `${BUCKET}/images/1/640.webp`, {
      headers: { 'content-length': 3 },
      body: 'abc',
    });
    expect(answer.headers.connection).toBe('close');
  });
});

describe('CORS', () => {
  const preflight = (url: string, headers: Record<string, string>) =>
    sendRaw(url, BUCKET, { method: 'OPTIONS', headers });
  const asked = {
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type,x-b',
  };

  it('answers the preflight of any origin, or of a listed one', async () => {
    const any = await preflight(store.url, { origin: 'https://anywhere.example', ...asked });
    expect(any.status).toBe(200);
    expect(any.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, PUT, POST, DELETE',
      'access-control-allow-headers': 'content-type,x-b',
    });
    const listed = await preflight(strict.url, { origin: ORIGIN, ...asked });
    expect(listed.headers).toMatchObject({ 'access-control-allow-origin': ORIGIN, vary: 'Origin' });
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['another origin', { origin: 'https://evil.example', ...asked }, 403, 'AccessForbidden'],
    [
      'an origin that only begins alike',
      { origin: `${ORIGIN}.evil.example`, ...asked },
      403,
      'AccessForbidden',
    ],
    ['the null origin', { origin: 'null', ...asked }, 403, 'AccessForbidden'],
    ['another method', { origin: ORIGIN, 'access-control-request-method': 'PATCH' }, 403, 'AccessForbidden'],
    ['no method', { origin: ORIGIN }, 403, 'AccessForbidden'],
    ['no origin', asked, 400, 'BadRequest'],
  ])('refuses the preflight of %s', async (_name, headers, status, code) => {
    const answer = await preflight(strict.url, headers);
    expect([answer.status, answer.code, answer.headers['access-control-allow-origin']]).toEqual([
      status,
      code,
      undefined,
    ]);
  });

  it('lets a page read answers, refusals and the ETag', async () => {
    for (const path of ['/images/1/640.webp', '/uploads/m/1']) {
      const { headers } = await sendRaw(store.url, BUCKET + path, { headers: { origin: ORIGIN } });
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-expose-headers']).toContain('ETag');
    }
    const foreign = await sendRaw(strict.url, `${BUCKET}/images/x`, {
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
    expect(foreign.headers.vary).toBe('Origin');
  });
});
