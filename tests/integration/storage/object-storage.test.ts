import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StoredObject } from '@/lib/storage/list-objects';
import { createObjectStorage, type ObjectStorage } from '@/lib/storage/object-storage';
import { STORE, startTestStore, type TestStore } from '../../support/object-store';
import { postForm } from '../../support/post-form';

const WEBP = { contentType: 'image/webp', cacheControl: 'public, max-age=31536000, immutable' };

let store: TestStore;
let storage: ObjectStorage;
beforeAll(async () => {
  store = await startTestStore();
  storage = createObjectStorage({ ...STORE, endpoint: store.url, publicUrl: store.bucketUrl });
});
afterAll(async () => {
  storage.close();
  await store.stop();
});
afterEach(() => expect(store.faults).toEqual([]));

const form = { key: 'uploads/m1/r1', contentType: 'image/jpeg', maxBytes: 100, expiresInSeconds: 60 };
const post = (url: string, fields: Record<string, string>, content: Buffer) =>
  postForm(url, [...Object.entries(fields), ['file', { content }]]);

async function listAll(prefix: string): Promise<StoredObject[]> {
  const found: StoredObject[] = [];
  for await (const object of storage.list(prefix)) found.push(object);
  return found;
}

describe('presignPost', () => {
  it('a browser can post exactly this file', async () => {
    const { url, fields } = await storage.presignPost(form);
    expect(url).toBe(store.bucketUrl);
    expect((await post(url, fields, Buffer.alloc(100))).status).toBe(204);
    expect(await storage.head(form.key)).toEqual({ size: 100, contentType: 'image/jpeg' });
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['another key', { key: 'uploads/m2/r1' }, 10, 'AccessDenied'],
    ['a public key', { key: 'images/x' }, 10, 'AccessDenied'],
    ['another type', { 'Content-Type': 'text/html' }, 10, 'AccessDenied'],
    ['a field more', { 'Cache-Control': 'x' }, 10, 'AccessDenied'],
    ['one byte more', {}, 101, 'EntityTooLarge'],
    ['no byte', {}, 0, 'EntityTooSmall'],
  ])('but not with %s', async (_name, change, size, code) => {
    const { url, fields } = await storage.presignPost(form);
    expect((await post(url, { ...fields, ...change }, Buffer.alloc(size))).code).toBe(code);
  });

  it('posts to the public address, with or without a slash at its end', async () => {
    const publicUrl = 'https://files.example/bucket/';
    const other = createObjectStorage({ ...STORE, endpoint: store.url, publicUrl });
    expect((await other.presignPost(form)).url).toBe('https://files.example/bucket');
    expect(other.publicUrl('images/1/a b.webp')).toBe('https://files.example/bucket/images/1/a%20b.webp');
    other.close();
  });
});

describe('objects', () => {
  it('are written, looked at, read and removed', async () => {
    const bytes = Buffer.from('webp bytes');
    await storage.write('images/1/640.webp', bytes, WEBP);
    expect(await storage.head('images/1/640.webp')).toEqual({ size: 10, contentType: 'image/webp' });
    expect(await storage.read('images/1/640.webp', 10)).toEqual(bytes);
    const open = await fetch(storage.publicUrl('images/1/640.webp'));
    expect([await open.text(), open.headers.get('cache-control')]).toEqual(['webp bytes', WEBP.cacheControl]);
    await storage.remove(['images/1/640.webp', 'images/none']);
    expect(await storage.head('images/1/640.webp')).toBeNull();
  });

  it('that are missing or too large are refused by code', async () => {
    await storage.write('big', Buffer.alloc(200_000), WEBP);
    await expect(storage.read('big', 199_999)).rejects.toMatchObject({ code: 'STORAGE_OBJECT_TOO_LARGE' });
    await expect(storage.read('none', 1)).rejects.toMatchObject({ code: 'STORAGE_OBJECT_NOT_FOUND' });
    expect(await storage.head('none')).toBeNull();
    expect(await storage.read('big', 200_000)).toHaveLength(200_000);
  });

  it('an empty one is read', async () => {
    await storage.write('none-yet', Buffer.alloc(0), WEBP);
    expect(await storage.read('none-yet', 0)).toEqual(Buffer.alloc(0));
  });

  it('are listed over pages and removed over batches', async () => {
    const keys = Array.from({ length: 1105 }, (_, index) => `many/${String(index).padStart(4, '0')}`);
    for (let start = 0; start < keys.length; start += 50) {
      await Promise.all(
        keys.slice(start, start + 50).map((key) => storage.write(key, Buffer.from(key), WEBP)),
      );
    }
    const listed = await listAll('many/');
    expect(listed.map(({ key }) => key)).toEqual(keys);
    expect(listed[0]).toMatchObject({ size: 9, lastModified: expect.any(Date) });
    await storage.remove(keys);
    expect(await listAll('many/')).toEqual([]);
    await storage.remove([]);
  });
});

describe('the bucket', () => {
  it('is there, and is not made a second time', async () => {
    await storage.ensureBucket();
    await storage.ping();
  });

  it('that answers nothing fails the ping in time, as does one that is not there', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const dead = createObjectStorage({
      ...STORE,
      endpoint: `http://127.0.0.1:${port}`,
      publicUrl: 'http://x',
    });
    const started = Date.now();
    await expect(dead.ping()).rejects.toThrow();
    expect(Date.now() - started).toBeLessThan(5_000);
    dead.close();
    silent.closeAllConnections();
    silent.close();
    const other = createObjectStorage({
      ...STORE,
      bucket: 'other',
      endpoint: store.url,
      publicUrl: 'http://x',
    });
    await expect(other.ping()).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } });
    other.close();
  });

  it('with a wrong secret is refused', async () => {
    const wrong = createObjectStorage({
      ...STORE,
      secretAccessKey: 'wrong',
      endpoint: store.url,
      publicUrl: 'http://x',
    });
    await expect(wrong.write('k', Buffer.from('x'), WEBP)).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
    wrong.close();
  });
});
