import { MOST_ROOMS_AN_HOUR } from '@/lib/features/chat/limits';
import { countUnread } from '@/lib/features/chat/server/count-unread';
import { getRoom } from '@/lib/features/chat/server/get-room';
import { joinRoom } from '@/lib/features/chat/server/join-room';
import { listMessages } from '@/lib/features/chat/server/list-messages';
import { listRooms } from '@/lib/features/chat/server/list-rooms';
import { openRoom } from '@/lib/features/chat/server/open-room';
import { readRoom } from '@/lib/features/chat/server/read-room';
import { sendMessage } from '@/lib/features/chat/server/send-message';
import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { createScene, periodFrom } from '@/tests/factories/scenes';
import { countStatements } from '@/tests/support/count-statements';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('rooms', () => {
  const env = useTestEnv();

  const say = (actor: Parameters<typeof env.ctx>[0], roomId: string, clientId: string) =>
    sendMessage(env.ctx(actor), { roomId, clientId, body: clientId });

  it('2022 fault: races doubled rooms', async () => {
    const author = await createMember(env.db);
    const inquirer = await createMember(env.db);
    const item = await createItemRow(env.db, author);
    const opened = await Promise.all(
      Array.from({ length: 20 }, () => openRoom(env.ctx(inquirer), { itemId: item.id })),
    );
    expect(new Set(opened.map(({ roomId }) => roomId)).size).toBe(1);
    const { inquiryCount } = await env.db.item.findUniqueOrThrow({ where: { id: item.id } });
    expect(inquiryCount).toBe(1);
    expect(await env.db.roomMember.count({ where: { roomId: opened[0]?.roomId ?? '' } })).toBe(2);
  });

  it('open for inquirers only, of items that are there', async () => {
    const { author, stranger, item } = await createScene(env);
    const open = (actor: Parameters<typeof env.ctx>[0]) =>
      refusalOf(openRoom(env.ctx(actor), { itemId: item.id }));
    expect(await open(author)).toMatchObject({ code: 'FORBIDDEN', key: 'chat.own' });
    expect(await open(undefined)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await open({ ...stranger, regionCode: null })).toMatchObject({ key: 'auth.regionRequired' });
    await env.db.item.update({ where: { id: item.id }, data: { deletedAt: new Date() } });
    expect(await open(stranger)).toMatchObject({ code: 'NOT_FOUND' });
    const nothing = openRoom(env.ctx(stranger), { itemId: 'x' });
    expect(await refusalOf(nothing)).toMatchObject({ code: 'INVALID' });
  });

  it('that exist open although the item is gone', async () => {
    const { inquirer, item, roomId } = await createScene(env);
    await env.db.item.update({ where: { id: item.id }, data: { deletedAt: new Date() } });
    expect(await openRoom(env.ctx(inquirer), { itemId: item.id })).toEqual({ roomId });
  });

  it('show each side its own part', async () => {
    const { author, inquirer, roomId } = await createScene(env, { section: 'WANTED', status: 'CLOSED' });
    const [mine, theirs] = await Promise.all(
      [author, inquirer].map((who) => getRoom(env.ctx(who), { roomId })),
    );
    expect(mine).toMatchObject({ isAuthor: true, isLender: false, canRelist: true, canRequestRental: false });
    expect(theirs).toMatchObject({
      isAuthor: false,
      isLender: true,
      canRelist: false,
      canRequestRental: false,
    });
    expect(theirs?.partner).toMatchObject({ id: author.id, nickname: author.nickname, score: null });
  });

  it('show the rental that matters, with what this side may do', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    expect(await getRoom(env.ctx(inquirer), { roomId })).toMatchObject({
      rental: null,
      canRequestRental: true,
    });
    const rental = await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, 0) });
    expect(await getRoom(env.ctx(author), { roomId })).toMatchObject({
      rental: { id: rental.id, moves: ['accept', 'reject'] },
    });
    expect(await getRoom(env.ctx(inquirer), { roomId })).toMatchObject({
      rental: { moves: ['cancel'] },
      canRequestRental: false,
    });
    await acceptRental(env.ctx(author), { rentalId: rental.id });
    expect((await getRoom(env.ctx(author), { roomId })).rental).toMatchObject({
      status: 'ACTIVE',
      moves: ['end'],
    });
  });

  it('2022 fault: any room’s messages were readable without a login, and reading marked them read', async () => {
    const { author, inquirer, stranger, roomId } = await createScene(env);
    await say(inquirer, roomId, 'secret');
    for (const read of [getRoom, joinRoom, listMessages]) {
      expect(await refusalOf(read(env.ctx(), { roomId }))).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(await refusalOf(read(env.ctx(stranger), { roomId }))).toMatchObject({ code: 'NOT_FOUND' });
    }
    await joinRoom(env.ctx(author), { roomId });
    await listMessages(env.ctx(author), { roomId });
    expect(await countUnread(env.ctx(author))).toBe(1);
  });

  it('one member opens 60 an hour, and rooms that are there any time', async () => {
    const [author, inquirer] = [await createMember(env.db), await createMember(env.db)];
    const items = await Promise.all(
      Array.from({ length: MOST_ROOMS_AN_HOUR + 4 }, () => createItemRow(env.db, author)),
    );
    const open = (itemId: string) => openRoom(env.ctx(inquirer), { itemId });
    const opened = await Promise.allSettled(items.map(({ id }) => open(id)));
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(MOST_ROOMS_AN_HOUR);
    const idOf = (status: string) => items[opened.findIndex((one) => one.status === status)]?.id ?? '';
    await expect(open(idOf('rejected'))).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      reason: { key: 'chat.tooManyRooms', values: { minutes: 60 } },
    });
    await expect(open(idOf('fulfilled'))).resolves.toMatchObject({ roomId: expect.any(String) });
    env.clock.advance(3_600_001);
    await expect(open(idOf('rejected'))).resolves.toMatchObject({ roomId: expect.any(String) });
    expect(await env.db.room.count({ where: { inquirerId: inquirer.id } })).toBe(MOST_ROOMS_AN_HOUR + 1);
  });

  it('2022 fault: anyone could mark any room read', async () => {
    const { author, inquirer, stranger, roomId } = await createScene(env);
    await say(inquirer, roomId, 'unread');
    const read = (actor: Parameters<typeof env.ctx>[0]) => readRoom(env.ctx(actor), { roomId, seq: 1 });
    expect(await refusalOf(read(stranger))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf(read(undefined))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await countUnread(env.ctx(author))).toBe(1);
    expect(await env.db.alert.count({ where: { userId: author.id, readAt: null } })).toBe(1);
  });

  it('are read up to a number: never back, never beyond the last message', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    for (const clientId of ['a', 'b', 'c']) {
      await say(inquirer, roomId, clientId);
      env.clock.advance(1_000);
    }
    env.events.length = 0;
    const read = (seq: number) => readRoom(env.ctx(author), { roomId, seq });
    expect(await read(2)).toEqual({ seq: 2, unread: 1 });
    expect(await read(1)).toEqual({ seq: 2, unread: 1 });
    expect(await read(999)).toEqual({ seq: 3, unread: 0 });
    expect(env.events).toEqual([
      { type: 'room.read', roomId, userId: author.id, seq: 2, isAlone: false },
      { type: 'alert.counted', userId: author.id, unread: 1 },
      { type: 'room.read', roomId, userId: author.id, seq: 3, isAlone: false },
      { type: 'alert.counted', userId: author.id, unread: 0 },
    ]);
    expect(await countUnread(env.ctx(author))).toBe(0);
    expect((await getRoom(env.ctx(inquirer), { roomId })).partnerReadSeq).toBe(3);
    expect(await refusalOf(read(-1))).toMatchObject({ code: 'INVALID' });
    expect(await refusalOf(read(Number.NaN))).toMatchObject({ code: 'INVALID' });
  });

  it('in which nobody has spoken are in the list of who opened them only', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    expect((await listRooms(env.ctx(author), {})).data).toEqual([]);
    expect((await listRooms(env.ctx(inquirer), {})).data).toMatchObject([
      { id: roomId, last: null, unread: 0 },
    ]);
  });
});

describe('the list of rooms', () => {
  const env = useTestEnv();

  it('is in the order of the last message, complete over pages, with counts, in one statement', async () => {
    const author = await createMember(env.db);
    const item = await createItemRow(env.db, author);
    const rooms: string[] = [];
    const [warm, one] = await list(1);
    expect(warm).toBe(one);
    const open = async () => {
      const inquirer = await createMember(env.db);
      const { roomId } = await openRoom(env.ctx(inquirer), { itemId: item.id });
      await sendMessage(env.ctx(inquirer), { roomId, clientId: 'a', body: '안녕하세요' });
      rooms.unshift(roomId);
      if (rooms.length % 3 === 0) env.clock.advance(1_000);
      return roomId;
    };
    await open();
    const [, withOne] = await list(50);
    for (let index = 0; index < 49; index += 1) await open();
    const [, withFifty] = await list(50);
    expect([withOne, withFifty]).toEqual([1, 1]);
    expect(await countStatements(() => getRoom(env.ctx(author), { roomId: rooms[0] ?? '' }))).toBe(1);

    const seen = [];
    let cursor: string | undefined;
    do {
      const page = await listRooms(env.ctx(author), { limit: 7, ...(cursor && { cursor }) });
      seen.push(...page.data);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(rooms));
    expect(seen).toHaveLength(50);
    const keys = seen.map(({ lastMessageAt, id }) => `${lastMessageAt}${id}`);
    expect(keys).toEqual([...keys].sort().reverse());
    expect(seen.every(({ unread, isLender }) => unread === 1 && isLender)).toBe(true);
    expect(seen[0]?.last).toMatchObject({ kind: 'TEXT', body: '안녕하세요', isMine: false });

    async function list(limit: number): Promise<[number, number]> {
      const read = () => listRooms(env.ctx(author), { limit });
      return [await countStatements(read), await countStatements(read)];
    }
  });

  it('is one’s own, and refuses visitors', async () => {
    const stranger = await createMember(env.db);
    expect((await listRooms(env.ctx(stranger), {})).data).toEqual([]);
    expect(await refusalOf(listRooms(env.ctx(), {}))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
