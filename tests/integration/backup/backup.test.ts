import { spawnSync } from 'node:child_process';
import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackup } from '@/lib/backup/create-backup';
import type { Manifest } from '@/lib/backup/manifest';
import { objectPath, readObjectList } from '@/lib/backup/object-list';
import { restoreBackup } from '@/lib/backup/restore-backup';
import { verifyBackup } from '@/lib/backup/verify-backup';
import { connectDb, type Db } from '@/lib/db/client';
import { sendMessage } from '@/lib/features/chat/server/send-message';
import { prepareUpload } from '@/lib/features/images/server/prepare-upload';
import { removeUnusedImages } from '@/lib/features/images/server/remove-unused';
import { getItem } from '@/lib/features/items/server/get-item';
import { deleteItem } from '@/lib/features/rentals/server/delete-item';
import { createObjectStorage, type ObjectStorage } from '@/lib/storage/object-storage';
import { createBackupScene } from '@/tests/factories/backup-scene';
import { createMember } from '@/tests/factories/people';
import { DAY_MS } from '@/tests/factories/scenes';
import { sendUpload } from '@/tests/factories/uploads';
import { createEmptyDatabase, queryOnce } from '@/tests/support/empty-database';
import { STORE, startTestStore, type TestStore } from '@/tests/support/object-store';
import { useTestEnv } from '@/tests/support/test-env';

const MIGRATIONS = 'prisma/migrations';
const SYSTEM = { kind: 'system' } as const;

describe('a backup', () => {
  const env = useTestEnv();
  let scene: Awaited<ReturnType<typeof createBackupScene>>;
  let home: string;
  let folders = 0;
  const stops: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    scene = await createBackupScene(env);
    home = await mkdtemp(join(tmpdir(), 'egodaeyeo-backup-'));
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  const newFolder = () => join(home, String(folders++));
  const source = (storage: Pick<ObjectStorage, 'read'> = env.storage) => ({
    databaseUrl: env.databaseUrl,
    storage,
  });

  async function backUp(): Promise<string> {
    const folder = newFolder();
    await createBackup(source(), folder);
    return folder;
  }

  /** An empty database and an empty store. */
  async function emptyPlace() {
    const database = await createEmptyDatabase();
    const store: TestStore = await startTestStore();
    const storage = createObjectStorage({
      ...STORE,
      endpoint: store.url,
      publicUrl: store.bucketUrl,
    });
    stops.push(store.stop, database.drop, async () => storage.close());
    return { databaseUrl: database.url, storage, store };
  }

  type Place = Awaited<ReturnType<typeof emptyPlace>>;
  const restore = (place: Place, folder: string, replace = false) =>
    restoreBackup({ ...place, migrationsDir: MIGRATIONS, replace }, folder);

  function connectTo(place: Place): Db {
    const db = connectDb(place.databaseUrl, 2);
    stops.push(() => db.$disconnect());
    return db;
  }

  /** Every row of every table that is kept, generated columns included, as text in a fixed order. */
  async function rowsOf(url: string, { tables }: Manifest) {
    const all: Record<string, unknown[]> = {};
    for (const { name } of tables) {
      all[name] = await queryOnce(url, `SELECT t::text FROM "${name}" t ORDER BY 1`);
    }
    return all;
  }

  it('gives back every row of every table and every object, byte by byte', async () => {
    const folder = newFolder();
    const manifest = await createBackup(source(), folder);
    const place = await emptyPlace();
    await restore(place, folder);

    const before = await rowsOf(env.databaseUrl, manifest);
    expect(await rowsOf(place.databaseUrl, manifest)).toEqual(before);
    for (const table of ['User', 'Item', 'Message', 'Rental', 'RentalEvent', 'Review', 'Image', 'AuditLog']) {
      expect({ table, rows: before[table]?.length }).not.toEqual({ table, rows: 0 });
    }
    const keys: string[] = [];
    for await (const { key, contentType } of readObjectList(folder)) {
      keys.push(key);
      expect(await place.storage.read(key, 1e9)).toEqual(await env.storage.read(key, 1e9));
      expect((await place.storage.head(key))?.contentType).toBe(contentType);
    }
    expect(keys).toContain(scene.waiting);
    expect(keys).toEqual(
      expect.arrayContaining([320, 640, 1280].map((w) => `images/${scene.face.id}/${w}.webp`)),
    );
  });

  it('gives a database on which the product goes on: its rules hold, its counters count, it migrates', async () => {
    const place = await emptyPlace();
    await restore(place, await backUp());
    expect(migrate(place.databaseUrl)).toBe('Nothing new to apply.');
    const db = connectTo(place);
    const ctx = { ...env.ctx(scene.inquirer), db, storage: place.storage };
    const sent = await sendMessage(ctx, { roomId: scene.roomId, clientId: 'after', body: '다시 왔어요' });
    const room = await db.room.findUniqueOrThrow({ where: { id: scene.roomId } });
    expect(sent.seq).toBe(room.lastSeq);
    expect((await getItem(ctx, { itemId: scene.itemId })).images).toHaveLength(2);

    await expect(db.$executeRaw`UPDATE "RentalEvent" SET "reason" = 'x'`).rejects.toThrow();
    await expect(db.user.create({ data: { id: scene.owner.id } })).rejects.toThrow();
    await expect(
      db.bookmark.create({ data: { userId: scene.owner.id, itemId: scene.owner.id } }),
    ).rejects.toThrow();
    const { nickname } = await db.user.findUniqueOrThrow({ where: { id: scene.owner.id } });
    await expect(db.user.create({ data: { nickname: nickname?.toUpperCase() ?? '' } })).rejects.toThrow();
    const names = { slug: 'new', name: 'new', nameEn: 'new', icon: 'x', sortOrder: 99 };
    await expect(db.category.create({ data: names })).resolves.toMatchObject({ name: 'new' });
  });

  it('has the constraints, indexes and triggers that migrations make, no more and no fewer', async () => {
    const place = await emptyPlace();
    await restore(place, await backUp());
    const shape = `SELECT conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) || convalidated::text AS "what"
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION SELECT pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
      UNION SELECT table_name || column_name || data_type || coalesce(column_default, '')
        FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1`;
    expect(await queryOnce(place.databaseUrl, shape)).toEqual(await queryOnce(env.databaseUrl, shape));
  });

  it('is one moment, however busy people are meanwhile', async () => {
    const acknowledged: number[] = [];
    let isOver = false;
    const talk = async () => {
      for (let round = 0; !isOver; round += 1) {
        const input = { roomId: scene.roomId, clientId: `busy-${round}`, body: `${round}` };
        acknowledged.push((await sendMessage(env.ctx(scene.inquirer), input)).seq);
      }
    };
    const upload = async () => {
      for (let round = 0; round < 5 && !isOver; round += 1) {
        const ctx = env.ctx(await createMember(env.db));
        await prepareUpload(ctx, { key: await sendUpload(ctx) });
      }
    };
    const busy = Promise.all([talk(), upload()]);
    while (acknowledged.length < 5) await new Promise((resolve) => setImmediate(resolve));
    const certain = acknowledged.length;
    const folder = await backUp().finally(() => {
      isOver = true;
    });
    await busy;

    const place = await emptyPlace();
    await restore(place, folder);
    const db = connectTo(place);
    const rooms = await db.room.findMany({ include: { messages: { orderBy: { seq: 'asc' } } } });
    for (const { id, lastSeq, lastBody, messages } of rooms) {
      expect(messages.map(({ seq }) => seq)).toEqual(
        Array.from({ length: lastSeq }, (_, index) => index + 1),
      );
      if (id === scene.roomId) expect(messages.at(-1)?.body).toBe(lastBody);
    }
    const restored = await db.message.findMany({ where: { roomId: scene.roomId }, orderBy: { seq: 'asc' } });
    const now = await env.db.message.findMany({ where: { roomId: scene.roomId }, orderBy: { seq: 'asc' } });
    expect(restored).toEqual(now.slice(0, restored.length));
    expect(restored.length).toBeGreaterThanOrEqual(acknowledged[certain - 1] ?? 0);
    expect(restored.length).toBeLessThan(now.length);
    for (const { id } of await db.image.findMany({ where: { releasedAt: null } })) {
      expect(await place.storage.head(`images/${id}/320.webp`)).not.toBeNull();
    }
  });

  it('loses no picture to the job that removes what nobody uses', async () => {
    const extra = await createBackupScene(env);
    let removed: Promise<unknown> | undefined;
    const read: ObjectStorage['read'] = async (key, maxBytes) => {
      // After the snapshot, before any object: the item goes, and a day passes.
      removed ??= deleteItem(env.ctx(extra.owner), { itemId: extra.itemId }).then(() => {
        env.clock.advance(2 * DAY_MS);
        return removeUnusedImages(env.ctx(SYSTEM));
      });
      await removed;
      return env.storage.read(key, maxBytes);
    };
    const folder = newFolder();
    await createBackup(source({ read }), folder);
    expect(await removed).toEqual({ images: 0, uploads: 0 });

    const place = await emptyPlace();
    await restore(place, folder);
    const images = await connectTo(place).image.findMany({ where: { itemId: extra.itemId } });
    expect(images).toHaveLength(2);
    for (const { id } of images) expect(await place.storage.head(`images/${id}/1280.webp`)).not.toBeNull();
    expect(await removeUnusedImages(env.ctx(SYSTEM))).not.toEqual({ images: 0, uploads: 0 });
  });

  it('does without files of a picture that nothing refers to, and nobody can take it afterwards', async () => {
    const member = await createMember(env.db);
    const key = await sendUpload(env.ctx(member));
    const image = await prepareUpload(env.ctx(member), { key });
    await env.storage.remove([320, 640, 1280].map((width) => `images/${image.id}/${width}.webp`));
    const folder = newFolder();
    expect((await createBackup(source(), folder)).goneImages).toEqual([image.id]);
    const place = await emptyPlace();
    await restore(place, folder);
    const row = await connectTo(place).image.findUniqueOrThrow({ where: { id: image.id } });
    expect(row.releasedAt).not.toBeNull();
    await env.db.image.delete({ where: { id: image.id } });
  });

  it('fails by name when a picture that is shown has lost a file, and is no backup then', async () => {
    const key = `images/${scene.face.id}/640.webp`;
    const content = await env.storage.read(key, 1e9);
    await env.storage.remove([key]);
    const folder = newFolder();
    await expect(createBackup(source(), folder)).rejects.toThrow(key);
    await env.storage.write(key, content, { contentType: 'image/webp', cacheControl: 'public' });
    await expect(verifyBackup(folder)).rejects.toThrow('manifest.json is missing');
  });

  it('is for its owner only, and goes into no folder that holds something', async () => {
    const folder = await backUp();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    await expect(createBackup(source(), folder)).rejects.toThrow('is not empty');
  });

  it('is refused while another one runs', async () => {
    let second: Promise<unknown> | undefined;
    const read: ObjectStorage['read'] = async (key, maxBytes) => {
      second ??= createBackup(source(), newFolder()).catch((error: Error) => error.message);
      await second;
      return env.storage.read(key, maxBytes);
    };
    await createBackup(source({ read }), newFolder());
    expect(await second).toBe('Another backup of this database is under way.');
  });

  describe('that is not as it was written', () => {
    const flip = async (path: string) => {
      const file = await open(path, 'r+');
      const { size } = await file.stat();
      const byte = Buffer.alloc(1);
      await file.read(byte, 0, 1, Math.floor(size / 2));
      await file.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, Math.floor(size / 2));
      await file.close();
    };
    const cut = async (path: string) => writeFile(path, (await readFile(path)).subarray(0, -1));

    it.each<[string, (folder: string) => Promise<unknown>, string]>([
      [
        'a flipped bit in a table',
        (folder) => flip(join(folder, 'Message.copy.gz')),
        'Message.copy.gz has changed',
      ],
      ['a table cut short', (folder) => cut(join(folder, 'User.copy.gz')), 'User.copy.gz has changed'],
      ['a table that is missing', (folder) => rm(join(folder, 'Item.copy.gz')), 'Item.copy.gz is missing'],
      [
        'a flipped bit in the list',
        (folder) => flip(join(folder, 'objects.jsonl.gz')),
        'objects.jsonl.gz has changed',
      ],
      [
        'a flipped bit in the manifest',
        (folder) => flip(join(folder, 'manifest.json')),
        'manifest.json is not as',
      ],
      [
        'an object that is missing',
        (folder) => rm(objectPath(folder, `images/${scene.face.id}/640.webp`)),
        'is missing',
      ],
      [
        'a flipped bit in an object',
        (folder) => flip(objectPath(folder, `images/${scene.face.id}/640.webp`)),
        'has changed',
      ],
    ])('%s is found before anything is touched', async (_what, damage, sentence) => {
      const folder = await backUp();
      await damage(folder);
      const place = await emptyPlace();
      await expect(restore(place, folder)).rejects.toThrow(sentence);
      await expect(verifyBackup(folder)).rejects.toThrow(sentence);
      expect(await queryOnce(place.databaseUrl, "SELECT 1 FROM pg_class WHERE relname = 'User'")).toEqual([]);
      expect((await place.store.files()).objects).toEqual([]);
    });
  });

  it('is not put over members unless they may go; then they are gone', async () => {
    const folder = await backUp();
    const place = await emptyPlace();
    await restore(place, folder);
    const db = connectDb(place.databaseUrl, 1);
    const later = await createMember(db);
    await db.$disconnect();
    await expect(restore(place, folder)).rejects.toThrow('The database has members.');
    await restore(place, folder, true);
    expect(await connectTo(place).user.findUnique({ where: { id: later.id } })).toBeNull();
  });

  it('goes into a database that has migrations and reference data, but nobody in it', async () => {
    const folder = await backUp();
    const place = await emptyPlace();
    expect(migrate(place.databaseUrl)).toContain('20261123000000_init');
    await restore(place, folder);
    expect(await connectTo(place).user.count()).toBe(await env.db.user.count());
  });

  it('is not put back while something is connected, or over another program’s tables', async () => {
    const folder = await backUp();
    const place = await emptyPlace();
    const db = connectDb(place.databaseUrl, 1);
    await db.$executeRaw`CREATE TABLE "Foreign" ("id" int)`;
    await expect(restore(place, folder)).rejects.toThrow('The database is in use (1 other connection)');
    await db.$disconnect();
    await expect(restore(place, folder, true)).rejects.toThrow('tables of another program');
  });

  it('leaves nothing in the database when loading ends in the middle', async () => {
    const folder = await backUp();
    const place = await emptyPlace();
    const storage: ObjectStorage = {
      ...place.storage,
      // The last step before the rows: a file is spoilt after everything was checked.
      ensureBucket: () => rm(join(folder, 'User.copy.gz')),
    };
    await expect(
      restoreBackup({ ...place, storage, migrationsDir: MIGRATIONS, replace: false }, folder),
    ).rejects.toThrow('ENOENT');
    expect(await queryOnce(place.databaseUrl, "SELECT 1 FROM pg_class WHERE relname = 'User'")).toEqual([]);
    await restore(place, await backUp());
  });

  it('of a version with a migration that this one does not know is refused', async () => {
    const folder = await backUp();
    const place = await emptyPlace();
    const older = { ...place, migrationsDir: await mkdtemp(join(home, 'none-')), replace: false };
    await expect(restoreBackup(older, folder)).rejects.toThrow('20261123000000_init');
  });
});

/** `npm run migrate`, whose engine jest cannot load. @returns what it says */
function migrate(databaseUrl: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/migrate.ts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
  });
  return stdout.trim() || stderr;
}
