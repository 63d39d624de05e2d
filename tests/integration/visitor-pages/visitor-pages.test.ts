import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  request,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { MemberActor } from '@/lib/core/actor';
import { isDomainError } from '@/lib/core/errors';
import { connectDb, type Db } from '@/lib/db/client';
import { removePageChanges } from '@/lib/db/remove-page-changes';
import { changeNickname } from '@/lib/features/account/server/change-nickname';
import { withdraw } from '@/lib/features/account/server/withdraw';
import { renameCategory } from '@/lib/features/admin/server/categories';
import { setBookmark } from '@/lib/features/bookmarks/server/set-bookmark';
import { openRoom } from '@/lib/features/chat/server/open-room';
import { sendMessage } from '@/lib/features/chat/server/send-message';
import { createItem } from '@/lib/features/items/server/create-item';
import { getItem } from '@/lib/features/items/server/get-item';
import { listCategories } from '@/lib/features/items/server/list-categories';
import { listItems } from '@/lib/features/items/server/list-items';
import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { deleteItem } from '@/lib/features/rentals/server/delete-item';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { listItemReviews } from '@/lib/features/reviews/server/list-item-reviews';
import { writeReview } from '@/lib/features/reviews/server/write-review';
import { setRegion } from '@/lib/features/users/server/set-region';
import { createVisitorPages } from '@/lib/runtime/visitor-pages/create-visitor-pages';
import { createInsideRenderer } from '@/lib/runtime/visitor-pages/render-inside';
import { newItemInput } from '@/tests/factories/item-input';
import { createMember } from '@/tests/factories/people';
import { createEndedRental, createScene, periodFrom } from '@/tests/factories/scenes';
import { useTestEnv } from '@/tests/support/test-env';

/** Two processes that keep pages, each with its own connections, over one database. */
describe('kept pages of visitors', () => {
  const env = useTestEnv();
  let processes: Process[];
  beforeEach(async () => {
    processes = await Promise.all([startProcess(), startProcess()]);
  });
  afterEach(() => Promise.all(processes.map(({ stop }) => stop())));

  interface Process {
    renders: string[];
    /** runs before a page is rendered, after its data were read */
    pause: { hold: Promise<void> };
    get(path: string, headers?: Record<string, string>, method?: string): Promise<Got>;
    stop(): Promise<void>;
  }

  async function startProcess(mostBytes?: number): Promise<Process> {
    const db = connectDb(env.databaseUrl, 4);
    const renders: string[] = [];
    const pause = { hold: Promise.resolve() };
    const answer: RequestListener = async (asked, response) => {
      renders.push(asked.url ?? '');
      const { status, page } = await pageAt(db, asked.url ?? '');
      await pause.hold;
      const html = `<script nonce="once">go("${asked.headers['accept-language']}")</script>${JSON.stringify(page)}`;
      response.writeHead(status, {
        'content-type': 'text/html',
        'content-security-policy': "script-src 'nonce-once'",
        ...(asked.headers.host === 'cookie.example' && { 'set-cookie': 'a=b' }),
      });
      response.end(html);
    };
    const options = {
      db,
      ...(mostBytes && { mostBytes }),
      policyOf: (scripts: readonly string[]) => `script-src '${scripts.join("' '")}'`,
    };
    const keep = createVisitorPages({ ...options, render: createInsideRenderer(answer, 'site.example') });
    const server = createServer(async (asked, response) => {
      if (!(await keep(asked, response))) response.writeHead(299).end('not kept');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stop = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await db.$disconnect();
    };
    return { renders, pause, get: (path, headers, method) => ask(server, path, headers, method), stop };
  }

  async function pageAt(db: Db, path: string) {
    const ctx = { ...env.ctx(), db };
    const itemId = path.split('/')[2];
    try {
      const page = itemId
        ? { item: await getItem(ctx, { itemId }), reviews: await listItemReviews(ctx, { itemId }) }
        : { items: await listItems(ctx, {}), categories: await listCategories(ctx) };
      return { status: 200, page };
    } catch (error) {
      if (isDomainError(error)) return { status: 404, page: error.code };
      throw error;
    }
  }

  /** What both processes show of a page is what the database has. */
  async function expectTrue(path: string) {
    const { status, page } = await pageAt(env.db, path);
    for (const { get } of processes) {
      const got = await get(path);
      expect({ status: got.status, page: got.page }).toEqual({
        status,
        page: JSON.parse(JSON.stringify(page)),
      });
    }
  }

  const renderCounts = () => processes.map(({ renders }) => renders.length);

  it('are made once, and handed out until something they show changes', async () => {
    const { item } = await createScene(env);
    const [one] = processes as [Process, Process];
    for (const path of ['/', `/items/${item.id}`]) {
      one.renders.length = 0;
      const first = await one.get(path);
      expect(await one.get(path)).toEqual(first);
      const ways = [
        ['gzip, deflate', 'gzip'],
        ['gzip, deflate, br, zstd', 'br'],
      ] as const;
      for (const [accepted, encoding] of ways) {
        const { bytes, ...got } = await one.get(path, { 'accept-encoding': accepted });
        expect(got).toEqual({ ...first, encoding });
        expect(bytes).toBeGreaterThan(0);
      }
      expect(one.renders).toEqual([path]);
    }
  });

  it.each<[string, (scene: Awaited<ReturnType<typeof createScene>>) => Promise<unknown>]>([
    ['is bookmarked', ({ stranger, item }) => setBookmark(env.ctx(stranger), { itemId: item.id, on: true })],
    ['is asked about', ({ stranger, item }) => openRoom(env.ctx(stranger), { itemId: item.id })],
    ['is deleted', ({ author, item }) => deleteItem(env.ctx(author), { itemId: item.id })],
    ['has an author with another name', ({ author }) => changeName(author)],
    ['has an author who moves', ({ author }) => setRegion(env.ctx(author), { regionCode: '26110' })],
    ['has an author who leaves', ({ author }) => withdraw(env.ctx(author))],
    ['is of a category with another name', ({ item }) => renameCategoryOf(item.categoryId)],
    [
      'is handed over',
      async ({ author, inquirer, roomId }) => {
        const rental = await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, 0) });
        await acceptRental(env.ctx(author), { rentalId: rental.id });
      },
    ],
    ['is hidden', ({ item }) => hideRow(item.id)],
    [
      'gets another title by hand',
      ({ item }) => env.db.$executeRaw`
      UPDATE "Item" SET "title" = 'x' WHERE "id" = ${item.id}::uuid`,
    ],
  ])('show at once, in every process, that an item %s', async (_what, write) => {
    const scene = await createScene(env);
    const paths = ['/', `/items/${scene.item.id}`];
    for (const path of paths) await expectTrue(path);
    await write(scene);
    for (const path of paths) await expectTrue(path);
  });

  it('show it also where the address has the id in capitals', async () => {
    const { author, item } = await createScene(env);
    const path = `/items/${item.id.toUpperCase()}`;
    await expectTrue(path);
    await deleteItem(env.ctx(author), { itemId: item.id });
    await expectTrue(path);
  });

  it('show a new item and a new review at once', async () => {
    const { inquirer, author, item, rental } = await createEndedRental(env);
    const path = `/items/${item.id}`;
    await expectTrue('/');
    await expectTrue(path);
    await createItem(env.ctx(author), await newItemInput(env.db));
    await writeReview(env.ctx(inquirer), { rentalId: rental.id, stars: 5, body: '좋아요' });
    await expectTrue('/');
    await expectTrue(path);
    // The reviewer's name is on the page too.
    await changeName(inquirer);
    await expectTrue(path);
  });

  it('of other items and of messages stay', async () => {
    const [scene, other] = [await createScene(env), await createScene(env)];
    const path = `/items/${scene.item.id}`;
    await expectTrue(path);
    const before = renderCounts();
    await setBookmark(env.ctx(other.stranger), { itemId: other.item.id, on: true });
    await changeName(other.author);
    await sendMessage(env.ctx(scene.inquirer), { roomId: scene.roomId, clientId: 'c', body: 'x' });
    await removePageChanges(env.ctx());
    await expectTrue(path);
    expect(renderCounts()).toEqual(before);
  });

  it('that were being made while something changed are not handed to those who ask after it', async () => {
    const { stranger, item } = await createScene(env);
    const path = `/items/${item.id}`;
    const [one] = processes as [Process, Process];
    let letGo: () => void = () => undefined;
    one.pause.hold = new Promise((resolve) => {
      letGo = resolve;
    });
    const early = one.get(path);
    while (one.renders.length === 0) await sleep(5);
    await sleep(100);
    await setBookmark(env.ctx(stranger), { itemId: item.id, on: true });
    const late = [one.get(path), one.get(path)];
    await sleep(50);
    letGo();
    expect(bookmarksOf(await early)).toBe(0);
    for (const got of await Promise.all(late)) expect(bookmarksOf(got)).toBe(1);
    expect(one.renders).toHaveLength(2);
  });

  it('see what a transaction commits that was open when they were made', async () => {
    const { item } = await createScene(env);
    const path = `/items/${item.id}`;
    await env.db.$transaction(async (tx) => {
      await tx.item.update({ where: { id: item.id }, data: { title: '나중 제목' } });
      for (const { get } of processes) await get(path);
      await createScene(env);
    });
    await expectTrue(path);
  });

  it('that were asked for longest ago go first when there are too many', async () => {
    const items = await Promise.all([createScene(env), createScene(env), createScene(env)]);
    const [a, b, c] = items.map(({ item }) => `/items/${item.id}`) as [string, string, string];
    const room = await startProcess();
    await room.get(a);
    const forms = await Promise.all(['gzip', 'br'].map((form) => room.get(a, { 'accept-encoding': form })));
    await room.stop();
    const pageBytes = forms.reduce((sum, { bytes = 0 }) => sum + bytes, 0);
    const small = await startProcess(pageBytes * 2.5);
    for (const path of [a, b, a, c, a, b]) await small.get(path);
    await small.stop();
    expect(small.renders).toEqual([a, b, c, b]);
  });

  it('need no changes that are ten minutes old', async () => {
    await createScene(env);
    const old = new Date(env.clock.now.getTime() - 601_000);
    await env.db.pageChange.updateMany({ data: { createdAt: env.clock.now } });
    await env.db.$executeRaw`INSERT INTO "PageChange" ("tag", "createdAt") VALUES ('items', ${old})`;
    const before = await env.db.pageChange.count();
    expect(await removePageChanges(env.ctx())).toEqual({ removed: 1 });
    expect(await env.db.pageChange.count()).toBe(before - 1);
  });

  it('grow old: what says “3 minutes ago” is made anew after a minute', async () => {
    const { item } = await createScene(env);
    const path = `/items/${item.id}`;
    const [one] = processes as [Process, Process];
    await one.get(path);
    const later = Date.now() + 61_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    await one.get(path);
    jest.restoreAllMocks();
    expect(one.renders).toHaveLength(2);
  });

  it('are of one language each, carry the hashes of their scripts, and nothing of who asked', async () => {
    const [one] = processes as [Process, Process];
    const korean = await one.get('/', { cookie: 'NEXT_LOCALE=ko; other=1', 'accept-language': 'en' });
    const english = await one.get('/', { 'accept-language': 'en-GB', host: 'cookie.example' });
    expect([korean.script, english.script]).toEqual(['go("ko")', 'go("en")']);
    expect(korean.headers['content-security-policy']).toMatch(/^script-src 'sha256-[\w+/]{43}='$/);
    expect(english.headers['set-cookie']).toBeUndefined();
    const head = await one.get('/', {}, 'HEAD');
    expect([head.status, head.script]).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(100);
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['a member’s', '/', { cookie: 'a=1; next-auth.session-token=x' }, 'GET'],
    ['a member’s over TLS', '/', { cookie: '__Secure-next-auth.session-token=x' }, 'GET'],
    ['with a query', '/?region=all', {}, 'GET'],
    ['of the router in the page', '/', { rsc: '1' }, 'GET'],
    ['that writes', '/', {}, 'POST'],
    ['for another page', '/search', {}, 'GET'],
    ['for an item that is no id', '/items/new', {}, 'GET'],
  ])('leave to others a request %s', async (_what, path, headers, method) => {
    const [one] = processes as [Process, Process];
    expect((await one.get(path, headers, method)).status).toBe(299);
    expect(one.renders).toEqual([]);
  });

  it('that do not exist are answered, not kept', async () => {
    const { item } = await createScene(env);
    const [one] = processes as [Process, Process];
    const missing = await one.get(`/items/${item.authorId}`);
    expect([missing.status, missing.page]).toEqual([404, 'NOT_FOUND']);
  });

  function changeName(who: MemberActor) {
    return changeNickname(env.ctx(who), { nickname: `이름${String(Math.random()).slice(2, 8)}` });
  }

  async function renameCategoryOf(categoryId: number) {
    const admin = await createMember(env.db, { role: 'ADMIN' });
    await renameCategory(env.ctx(admin), {
      categoryId,
      name: `분류${Math.random()}`.slice(0, 12),
      nameEn: 'Other',
    });
  }

  function hideRow(id: string) {
    return env.db.item.update({ where: { id }, data: { hiddenAt: new Date(), hiddenReason: '시험' } });
  }
});

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  script: string;
  page: unknown;
  /** only of an answer that is compressed */
  encoding?: string;
  bytes?: number;
}

const OPEN: Record<string, (body: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  plain: (body) => body,
};

function bookmarksOf({ page }: Got) {
  return (page as { item: { bookmarkCount: number } }).item.bookmarkCount;
}

function ask(server: Server, path: string, headers = {}, method = 'GET'): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => {
        const encoding = answer.headers['content-encoding'];
        const text = OPEN[encoding ?? 'plain']?.(Buffer.concat(chunks)).toString() ?? '';
        const [, script = '', rest = ''] = /^<script>(.*?)<\/script>(.*)$/s.exec(text) ?? [];
        const {
          date: _date,
          'content-length': length,
          'content-encoding': _encoding,
          ...others
        } = answer.headers;
        resolve({
          status: answer.statusCode ?? 0,
          headers: encoding ? others : { ...others, ...(method === 'HEAD' && { 'content-length': length }) },
          script,
          page: rest ? JSON.parse(rest) : undefined,
          ...(encoding && { encoding, bytes: Number(length) }),
        });
      });
    });
    asked.once('error', reject).end();
  });
}
