import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { createMember } from '@/tests/factories/people';
import { plainPicture } from '@/tests/factories/pictures';
import { createEndedRental, createScene, HOUR_MS, periodFrom } from '@/tests/factories/scenes';
import { postUpload } from '@/tests/factories/uploads';
import { operationIds, useRest } from '@/tests/support/rest-env';
import { useTestEnv } from '@/tests/support/test-env';

const PASSWORD = 'Demo!2345';

/** Each answer here is judged by the schema that the document gives for it (rest-env.ts). */
describe('the operations of the API', () => {
  const env = useTestEnv();
  const rest = useRest(env);
  const none = {};

  it('sign in, refresh and revoke', async () => {
    const member = await createMember(env.db, { passwordHash: await hashPassword(PASSWORD) });
    const { email } = await env.db.user.findUniqueOrThrow({ where: { id: member.id } });
    const first = await rest.call('issueTokens', none, { body: { email, password: PASSWORD } });
    expect(first).toMatchObject({ status: 200, body: { tokenType: 'Bearer', expiresIn: 900 } });
    const me = await rest.call('getMe', none, { token: first.body.accessToken });
    expect(me.body).toMatchObject({ id: member.id, nickname: member.nickname, email });
    const next = await rest.call('refreshTokens', none, { body: { refreshToken: first.body.refreshToken } });
    expect(next.status).toBe(200);
    const revoked = await rest.call('revokeTokens', none, { body: { refreshToken: next.body.refreshToken } });
    expect(revoked.status).toBe(204);
    const after = await rest.call('refreshTokens', none, { body: { refreshToken: next.body.refreshToken } });
    expect(after).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
  });

  it('list what seldom changes', async () => {
    expect((await rest.call('listRegions', none)).body.data).toHaveLength(17);
    expect((await rest.call('listCategories', none)).body.data.length).toBeGreaterThan(10);
  });

  it('post, find, change, relist and delete an item with a picture', async () => {
    const author = await createMember(env.db);
    const picture = await plainPicture();
    const form = await rest.call('requestUpload', none, {
      as: author,
      body: { contentType: 'image/jpeg', bytes: picture.length },
    });
    expect(form.status).toBe(201);
    expect(await postUpload(form.body, picture)).toBe(204);
    const prepared = await rest.call('prepareUpload', none, { as: author, body: { key: form.body.key } });
    expect(prepared.status).toBe(200);
    const created = await rest.call('createItem', none, {
      as: author,
      body: { ...ITEM, images: [{ uploadKey: form.body.key }] },
    });
    expect(created).toMatchObject({ status: 201, body: { title: ITEM.title, author: { id: author.id } } });
    const itemId = created.body.id;
    const found = await rest.call('listItems', none, { query: '?q=전동드릴&section=OFFER&limit=5' });
    expect(found.body.data.map(({ id }: { id: string }) => id)).toContain(itemId);
    expect((await rest.call('getItem', { itemId })).body).toMatchObject({ viewer: { isAuthor: false } });
    const changed = await rest.call('updateItem', { itemId }, { as: author, body: { title: '새 제목' } });
    expect(changed.body).toMatchObject({
      title: '새 제목',
      body: ITEM.body,
      images: [{ id: prepared.body.id }],
    });
    await env.db.item.update({ where: { id: itemId }, data: { status: 'CLOSED' } });
    const again = await rest.call('relistItem', { itemId }, { as: author });
    expect(again.body).toMatchObject({ status: 'AVAILABLE' });
    expect((await rest.call('deleteItem', { itemId }, { as: author })).status).toBe(204);
    expect((await rest.call('getItem', { itemId })).status).toBe(404);
  });

  it('bookmark', async () => {
    const { item, stranger } = await createScene(env);
    const itemId = item.id;
    const on = await rest.call('addBookmark', { itemId }, { as: stranger });
    expect(on.body).toEqual({ on: true, bookmarkCount: 1 });
    const list = await rest.call('listBookmarks', none, { as: stranger });
    expect(list.body.data).toMatchObject([{ id: itemId }]);
    const off = await rest.call('removeBookmark', { itemId }, { as: stranger });
    expect(off.body).toEqual({ on: false, bookmarkCount: 0 });
  });

  it('open a room, write, list and read', async () => {
    const { item, author, stranger } = await createScene(env);
    const room = await rest.call('openRoom', none, { as: stranger, body: { itemId: item.id } });
    const roomId = room.body.id;
    for (const body of ['하나', '둘', '셋']) {
      const sent = await rest.call('sendMessage', { roomId }, { as: stranger, body: { body } });
      expect(sent).toMatchObject({ status: 201, body: { body, senderId: stranger.id } });
    }
    const last = await rest.call('listMessages', { roomId }, { as: author, query: '?limit=2' });
    expect(last.body).toMatchObject({ data: [{ body: '둘' }, { body: '셋' }], nextCursor: '2' });
    const older = await rest.call('listMessages', { roomId }, { as: author, query: '?cursor=2' });
    expect(older.body).toMatchObject({ data: [{ body: '하나' }], nextCursor: null });
    const missed = await rest.call('listMessages', { roomId }, { as: author, query: '?afterSeq=2' });
    expect(missed.body.data).toMatchObject([{ seq: 3 }]);
    const rooms = await rest.call('listRooms', none, { as: author });
    expect(rooms.body.data[0]).toMatchObject({ id: roomId, unread: 3, lastSeq: 3 });
    const alerts = await rest.call('listAlerts', none, { as: author });
    expect(alerts.body).toMatchObject({ unread: 3 });
    const read = await rest.call('readRoom', { roomId }, { as: author, body: { seq: 3 } });
    expect(read.body).toEqual({ seq: 3, unread: 0 });
    expect((await rest.call('getRoom', { roomId }, { as: author })).body).toMatchObject({ readSeq: 3 });
    expect((await rest.call('readAlerts', none, { as: author, body: { all: true } })).body).toEqual({
      unread: 0,
    });
  });

  it('quote, request, accept, hand over, end and review', async () => {
    const { item, author, inquirer, roomId } = await createScene(env, { priceWon: 5_000, priceUnit: 'DAY' });
    const period = periodFrom(env, HOUR_MS);
    const quote = await rest.call('quoteRental', { itemId: item.id }, { as: inquirer, body: period });
    expect(quote.body).toEqual({ priceUnit: 'DAY', units: 1, unitPriceWon: 5_000, totalWon: 5_000 });
    const requested = await rest.call('requestRental', none, { as: inquirer, body: { roomId, ...period } });
    expect(requested).toMatchObject({ status: 201, body: { status: 'REQUESTED', moves: ['cancel'] } });
    const rentalId = requested.body.id;
    expect((await rest.call('acceptRental', { rentalId }, { as: author })).body.status).toBe('ACCEPTED');
    expect((await rest.call('handOverRental', { rentalId }, { as: author })).body.status).toBe('ACTIVE');
    const ongoing = await rest.call('listRentals', none, { as: inquirer });
    expect(ongoing.body.data).toMatchObject([{ id: rentalId }]);
    expect((await rest.call('endRental', { rentalId }, { as: author })).body.status).toBe('ENDED');
    const closed = await rest.call('listRentals', none, { as: inquirer, query: '?state=closed' });
    expect(closed.body.data).toMatchObject([{ id: rentalId, canReview: true }]);
    const review = { stars: 5, body: '또 빌리고 싶어요' };
    const written = await rest.call('writeReview', { rentalId }, { as: inquirer, body: review });
    expect(written).toMatchObject({ status: 201, body: review });
    const onItem = await rest.call('listItemReviews', { itemId: item.id });
    const onMember = await rest.call('listMemberReviews', { memberId: author.id });
    expect([onItem.body.data, onMember.body.data]).toMatchObject([[review], [review]]);
    const profile = await rest.call('getMember', { memberId: author.id });
    expect(profile.body).toMatchObject({ score: 100, band: 'green' });
    expect((await rest.call('getRental', { rentalId }, { as: author })).body).toMatchObject({
      canReview: true,
    });
  });

  it('reject and cancel, with a reason in the room', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const request = async () => {
      const body = { roomId, ...periodFrom(env, HOUR_MS) };
      return (await rest.call('requestRental', none, { as: inquirer, body })).body.id as string;
    };
    const body = { reason: '그날은 제가 써야 해요' };
    const rejected = await rest.call('rejectRental', { rentalId: await request() }, { as: author, body });
    expect(rejected.body.status).toBe('REJECTED');
    const cancelled = await rest.call('cancelRental', { rentalId: await request() }, { as: inquirer });
    expect(cancelled.body.status).toBe('CANCELLED');
    const { body: page } = await rest.call('listMessages', { roomId }, { as: author });
    expect(page.data.map(({ event }: { event: { reason?: string } }) => event.reason)).toContain(body.reason);
  });

  it('report and give feedback', async () => {
    const { item, stranger } = await createScene(env);
    const report = { category: 'OTHER', text: '다른 곳에서 본 사진이에요' };
    expect((await rest.call('reportItem', { itemId: item.id }, { as: stranger, body: report })).status).toBe(
      201,
    );
    expect((await rest.call('reportItem', { itemId: item.id }, { as: stranger, body: report })).status).toBe(
      409,
    );
    const feedback = { title: '잘 쓰고 있어요', body: '알림이 빨라요' };
    expect((await rest.call('writeFeedback', none, { as: stranger, body: feedback })).status).toBe(201);
  });

  it('change one’s own account, and leave', async () => {
    const member = await createMember(env.db, { passwordHash: await hashPassword(PASSWORD) });
    const changed = await rest.call('updateMe', none, {
      as: member,
      body: { nickname: '새이름', regionCode: '26350' },
    });
    expect(changed.body).toMatchObject({ nickname: '새이름', regionCode: '26350' });
    const { nickname: taken } = await createMember(env.db);
    const refused = await rest.call('updateMe', none, {
      as: member,
      body: { nickname: taken, regionCode: '11680' },
    });
    expect(refused.status).toBe(409);
    expect((await rest.call('getMe', none, { as: member })).body).toMatchObject({ regionCode: '26350' });
    expect((await rest.call('changeAvatar', none, { as: member, body: { uploadKey: null } })).body).toEqual({
      avatarUrl: null,
    });
    const next = { password: 'Neue!2345', passwordConfirm: 'Neue!2345' };
    const wrong = await rest.call('changePassword', none, {
      as: member,
      body: { currentPassword: 'x', ...next },
    });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'currentPassword' }] } });
    const right = await rest.call('changePassword', none, {
      as: member,
      body: { currentPassword: PASSWORD, ...next },
    });
    expect(right.status).toBe(204);
    expect((await rest.call('getMe', none, { as: member })).status).toBe(401);
    const other = await createMember(env.db);
    expect((await rest.call('withdraw', none, { as: other })).status).toBe(204);
    expect((await rest.call('getMember', { memberId: other.id })).status).toBe(404);
  });

  it('block a member, list them, and take it back', async () => {
    const [me, other] = [await createMember(env.db), await createMember(env.db)];
    const memberId = other.id;
    const blocked = await rest.call('blockMember', { memberId }, { as: me });
    expect(blocked).toMatchObject({ status: 200, body: { blocked: true } });
    const { body } = await rest.call('listBlocks', none, { as: me });
    expect(body.data.map(({ member }: { member: { id: string } }) => member.id)).toEqual([memberId]);
    expect((await rest.call('getMember', { memberId }, { as: me })).body).toMatchObject({ isBlocked: true });
    expect((await rest.call('getMember', { memberId: me.id }, { as: other })).status).toBe(404);
    expect((await rest.call('unblockMember', { memberId }, { as: me })).body).toEqual({ blocked: false });
    expect((await rest.call('listBlocks', none, { as: me })).body.data).toEqual([]);
  });

  it('refuse strangers as the domain does', async () => {
    const { rental, roomId, item, stranger } = await createEndedRental(env);
    const as = stranger;
    const answers = await Promise.all([
      rest.call('getRoom', { roomId }, { as }),
      rest.call('listMessages', { roomId }, { as }),
      rest.call('sendMessage', { roomId }, { as, body: { body: '누구세요' } }),
      rest.call('getRental', { rentalId: rental.id }, { as }),
      rest.call('endRental', { rentalId: rental.id }, { as }),
      rest.call('updateItem', { itemId: item.id }, { as, body: { title: '빼앗기' } }),
      rest.call('deleteItem', { itemId: item.id }, { as }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 403, 403]);
    expect(rest.faults).toEqual([]);
  });

  it('are all exercised here', () => {
    expect(
      operationIds().filter((id) => ![...(rest.seen.get(id) ?? [])].some((status) => status < 300)),
    ).toEqual([]);
    expect(operationIds()).toHaveLength(new Set(operationIds()).size);
  });
});

const ITEM = {
  section: 'OFFER',
  categoryId: 1,
  title: '전동드릴 빌려드려요',
  body: '배터리 두 개와 함께 드려요.',
  priceWon: 5_000,
  priceUnit: 'DAY',
  autoRelist: true,
  images: [],
};
