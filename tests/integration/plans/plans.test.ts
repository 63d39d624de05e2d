import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { MemberActor } from '@/lib/core/actor';
import { countAlerts } from '@/lib/features/alerts/server/count-alerts';
import { listAlerts } from '@/lib/features/alerts/server/list-alerts';
import { listBookmarks } from '@/lib/features/bookmarks/server/list-bookmarks';
import { getRoom } from '@/lib/features/chat/server/get-room';
import { joinRoom } from '@/lib/features/chat/server/join-room';
import { listMessages } from '@/lib/features/chat/server/list-messages';
import { listRooms } from '@/lib/features/chat/server/list-rooms';
import { sendMessage } from '@/lib/features/chat/server/send-message';
import { requestUpload } from '@/lib/features/images/server/request-upload';
import { getItem } from '@/lib/features/items/server/get-item';
import { listItems } from '@/lib/features/items/server/list-items';
import { listRentals } from '@/lib/features/rentals/server/list-rentals';
import { listItemReviews } from '@/lib/features/reviews/server/list-item-reviews';
import { listMemberReviews } from '@/lib/features/reviews/server/list-member-reviews';
import { getProfile } from '@/lib/features/users/server/get-profile';
import { getViewer } from '@/lib/features/users/server/get-viewer';
import { createHoldCheck, takeBasis } from '@/lib/runtime/visitor-pages/changes';
import { BIG_TABLES, benchId, generate } from '@/scripts/bench/generate';
import { COMMON_WORD, RARE_WORD } from '@/scripts/bench/words';
import { planFaults, statementsOf } from '@/tests/support/statement-plans';
import { useTestEnv } from '@/tests/support/test-env';

const ITEMS = 100_000;
const MOST_SORTED = 1_000;

/** The plans of what people do most, at 100,000 items: no large table is read whole, and no more is sorted than a page. */
describe(`the plan at ${ITEMS.toLocaleString('en')} items`, () => {
  let client: pg.Client;
  // Before the database goes.
  afterAll(() => client.end());
  const env = useTestEnv();
  const me: MemberActor = {
    kind: 'member',
    id: benchId(1, 1),
    nickname: 'u1',
    regionCode: '11680',
    role: 'MEMBER',
  };
  const itemId = benchId(2, 5);
  const roomId = benchId(4, 1);
  let cursor = '';

  beforeAll(async () => {
    client = new pg.Client({ connectionString: env.databaseUrl });
    await client.connect();
    await generate(client, ITEMS);
    const [row] = await env.db.$queryRaw<{ listedAt: Date; id: string }[]>`
      SELECT "listedAt", "id" FROM "Item" WHERE "status" = 'AVAILABLE'
      ORDER BY "listedAt" DESC, "id" DESC OFFSET 5999 LIMIT 1`;
    cursor = `${row?.listedAt.getTime()}_${row?.id}`;
  }, 180_000);

  const list = (input: Parameters<typeof listItems>[1]) => () => listItems(env.ctx(me), input);

  it.each<[string, () => Promise<unknown>]>([
    ['the first page', list({})],
    ['a section', list({ section: 'WANTED' })],
    ['a district', list({ region: '11680' })],
    ['a 시/도', list({ region: '36' })],
    ['a category', list({ category: 'car' })],
    ['a category of a district', list({ category: 'digital', region: '41117', section: 'OFFER' })],
    ['what is on rent as well', list({ includeRented: true })],
    ['a category with what is on rent', list({ includeRented: true, category: 'tools' })],
    ['a 시/도 with what is on rent', list({ includeRented: true, region: '50' })],
    ['page 500', () => list({ cursor })()],
    ['a rare word', list({ q: RARE_WORD })],
    ['a common word', list({ q: COMMON_WORD })],
    ['a rare and a common word', list({ q: `${COMMON_WORD} ${RARE_WORD}` })],
    ['a single letter', list({ q: '상' })],
    ['a word that nobody uses', list({ q: '쿼카' })],
    ['a common word in a district', list({ q: COMMON_WORD, region: '11680' })],
    ['a member’s items', list({ authorId: me.id, includeRented: true })],
    ['an item', () => getItem(env.ctx(me), { itemId })],
    ['its reviews', () => listItemReviews(env.ctx(me), { itemId })],
    ['a profile', () => getProfile(env.ctx(me), { userId: me.id })],
    ['a member’s reviews', () => listMemberReviews(env.ctx(me), { userId: me.id })],
    ['the head of every page', () => getViewer(env.ctx(me))],
    ['bookmarks', () => listBookmarks(env.ctx(me), {})],
    ['rentals', () => listRentals(env.ctx(me), { state: 'ongoing' })],
    ['500 rooms', () => listRooms(env.ctx(me), {})],
    ['a room', () => getRoom(env.ctx(me), { roomId })],
    ['a room of 10,000 messages', () => joinRoom(env.ctx(me), { roomId })],
    ['older messages of it', () => listMessages(env.ctx(me), { roomId, beforeSeq: 5_000 })],
    ['a message', () => sendMessage(env.ctx(me), { roomId, clientId: randomUUID(), body: 'x' })],
    [
      'whether a picture may be sent',
      () => requestUpload(env.ctx(me), { contentType: 'image/png', bytes: 9 }),
    ],
    ['what a kept page shows', () => takeBasis(env.db, { path: '', itemId, locale: 'ko' })],
    [
      'whether a kept page holds',
      async () => createHoldCheck(env.db)(await takeBasis(env.db, { path: '', itemId, locale: 'ko' })),
    ],
    ['500 alerts', () => listAlerts(env.ctx(me), {})],
    ['their count', () => countAlerts(env.ctx(me))],
  ])('of %s', async (_, work) => {
    const statements = await statementsOf(work);
    expect(statements.length).toBeGreaterThan(0);
    const bounds = { large: new Set<string>(BIG_TABLES), mostSorted: MOST_SORTED };
    for (const statement of statements) {
      expect([statement.text, await planFaults(client, statement, bounds)]).toEqual([statement.text, []]);
    }
  });
});
