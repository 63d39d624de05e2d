import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { deferred } from '@/lib/storage/embedded/deferred';
import { makeClient, makeDataDir, STORE, startTestStore } from '../../support/object-store';

jest.setTimeout(60_000);

const Bucket = STORE.bucket;
const put = (client: S3Client, Key: string, Body: Buffer | string) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, Metadata: { of: Key } }));
const read = async (client: S3Client, Key: string): Promise<Buffer> => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};

it('a restart finds objects, metadata and the listing again', async () => {
  const dataDir = await makeDataDir();
  const first = await startTestStore({ dataDir });
  await put(first.client, 'kept', 'bytes');
  await first.close();
  const second = await startTestStore({ dataDir });
  const got = await second.client.send(new GetObjectCommand({ Bucket, Key: 'kept' }));
  expect([await got.Body?.transformToString(), got.Metadata]).toEqual(['bytes', { of: 'kept' }]);
  const listed = await second.client.send(new ListObjectsV2Command({ Bucket }));
  expect(listed.Contents).toMatchObject([{ Key: 'kept', Size: 5, ETag: got.ETag }]);
  await second.stop();
  first.client.destroy();
});

it('a taken port rejects with EADDRINUSE and touches no folder', async () => {
  const first = await startTestStore();
  const dataDir = await makeDataDir();
  await expect(startTestStore({ dataDir, port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(await readdir(dataDir)).toEqual([]);
  await rm(dataDir, { recursive: true });
  await first.stop();
});

it('a folder that cannot be made rejects and frees the port', async () => {
  const parent = await makeDataDir();
  await writeFile(join(parent, 'file'), '');
  await expect(startTestStore({ dataDir: join(parent, 'file') })).rejects.toMatchObject({ code: 'ENOTDIR' });
  await rm(parent, { recursive: true });
});

it('closing twice is no fault, and closing does not wait for idle connections', async () => {
  const store = await startTestStore();
  const idle = connect(store.port, '127.0.0.1');
  await once(idle, 'connect');
  await put(store.client, 'a', 'b');
  const started = Date.now();
  await Promise.all([store.close(), store.close()]);
  expect(Date.now() - started).toBeLessThan(2_500);
  await store.stop();
});

it('closing lets an upload that is under way end', async () => {
  const store = await startTestStore();
  const body = randomBytes(2_000_000);
  const { promise: closing, resolve: close } = deferred<void>();
  async function* slowly(): AsyncGenerator<Buffer> {
    yield body.subarray(0, 1_000_000);
    await closing;
    yield body.subarray(1_000_000);
  }
  const Body = Readable.from(slowly());
  const upload = store.client.send(
    new PutObjectCommand({ Bucket, Key: 'late', Body, ContentLength: body.length }),
  );
  while ((await store.files()).temp.length === 0) await sleep(5);
  const closed = store.close();
  close();
  await Promise.all([upload, closed]);
  const again = await startTestStore({ dataDir: store.dataDir });
  expect((await read(again.client, 'late')).equals(body)).toBe(true);
  await again.stop();
  store.client.destroy();
});

it('closing cuts an upload that hangs, and leaves nothing of it', async () => {
  const store = await startTestStore();
  const stuck = connect(store.port, '127.0.0.1');
  stuck.on('error', () => undefined);
  stuck.write(
    'POST /egodaeyeo-test HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n--b',
  );
  await sleep(100);
  await store.close();
  expect((await store.files()).temp).toEqual([]);
  await store.stop();
});

it('a damaged file is left alone and named, and the others are served', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const first = await startTestStore();
  await put(first.client, 'good', 'good');
  await put(first.client, 'bad', 'bad');
  await first.close();
  const hash = createHash('sha256').update('bad').digest('hex');
  await truncate(join(first.dataDir, 'objects', hash.slice(0, 2), hash), 10);
  const second = await startTestStore({ dataDir: first.dataDir });
  expect(warn).toHaveBeenCalledWith(expect.stringContaining(hash));
  expect((await read(second.client, 'good')).toString()).toBe('good');
  await expect(read(second.client, 'bad')).rejects.toMatchObject({ name: 'NoSuchKey' });
  await put(second.client, 'bad', 'mended');
  expect((await read(second.client, 'bad')).toString()).toBe('mended');
  await second.stop();
  first.client.destroy();
  warn.mockRestore();
});

describe('killed at any moment', () => {
  const ROUNDS = 6;
  let dataDir: string;
  let child: ChildProcess | undefined;
  beforeAll(async () => {
    dataDir = await makeDataDir();
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  async function startChild(): Promise<string> {
    child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/object-store-process.ts', dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [
      string,
    ];
    return url;
  }

  it('every acknowledged object is whole, and no half one is seen', async () => {
    const acknowledged = new Map<string, string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const client = makeClient(await startChild());
      const deadline = sleep(150 + round * 70).then(() => child?.kill('SIGKILL'));
      await Promise.all([0, 1, 2, 3].map((writer) => writeUntilKilled(client, writer, acknowledged)));
      await deadline;
      client.destroy();
    }
    const store = await startTestStore({ dataDir });
    expect((await store.files()).temp).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(ROUNDS);
    for (const [key, digest] of acknowledged) {
      const body = await read(store.client, key);
      expect([digest, 'newer']).toContain(bodyState(body, digest));
    }
    await store.stop();
  });

  /** Bodies say their own hash, so that a body from an overwrite that was not acknowledged is known to be whole. */
  function makeBody(): Buffer {
    const content = randomBytes(60_000);
    return Buffer.concat([createHash('sha256').update(content).digest(), content]);
  }

  function bodyState(body: Buffer, acknowledged: string): string {
    const own = body.subarray(0, 32).toString('hex');
    const actual = createHash('sha256').update(body.subarray(32)).digest('hex');
    if (own !== actual) return 'torn';
    return own === acknowledged ? acknowledged : 'newer';
  }

  async function writeUntilKilled(
    client: S3Client,
    writer: number,
    acknowledged: Map<string, string>,
  ): Promise<void> {
    for (let count = 0; ; count += 1) {
      const key = `w${writer}/${count % 5}`;
      const body = makeBody();
      try {
        await put(client, key, body);
      } catch {
        return;
      }
      acknowledged.set(key, body.subarray(0, 32).toString('hex'));
    }
  }
});
