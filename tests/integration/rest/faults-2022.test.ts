import { randomUUID } from 'node:crypto';
import type { MemberActor } from '@/lib/core/actor';
import { createMember } from '@/tests/factories/people';
import { createEndedRental, createScene, DAY_MS, HOUR_MS, periodFrom } from '@/tests/factories/scenes';
import { sendUpload } from '@/tests/factories/uploads';
import { countStatements } from '@/tests/support/count-statements';
import { tokenOf, useRest } from '@/tests/support/rest-env';
import { useTestEnv } from '@/tests/support/test-env';

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

/** PRODUCT.md 10, by the API. The domain's own tests and those of sockets and actions carry the same names. */
describe('2022 faults, by the API', () => {
  const env = useTestEnv();
  const rest = useRest(env);
  afterEach(() => env.db.rateLimit.deleteMany());

  const post = (path: string, as: MemberActor | null, body?: unknown) =>
    rest.send('POST', path, { ...(as && { as }), ...(body !== undefined && { body }) });

  it('2022 fault: anyone signed in could edit or delete anyone’s item, and delete a third item’s picture through it', async () => {
    const { item, stranger, inquirer } = await createScene(env);
    for (const as of [stranger, inquirer]) {
      const edit = await rest.send('PATCH', `/items/${item.id}`, { as, body: { title: '남의 물품' } });
      expect(edit.status).toBe(403);
      expect((await rest.send('DELETE', `/items/${item.id}`, { as })).status).toBe(403);
    }
    expect((await rest.send('DELETE', `/items/${item.id}`)).status).toBe(401);
    const victim = await post('/items', inquirer, {
      ...ITEM,
      images: [{ uploadKey: await sendUpload(env.ctx(inquirer)) }],
    });
    const [image] = victim.body.images;
    const own = await post('/items', stranger, ITEM);
    const theft = { images: [{ imageId: image.id }] };
    const answer = await rest.send('PATCH', `/items/${own.body.id}`, { as: stranger, body: theft });
    expect(answer.status).toBe(422);
    const untouched = await rest.send('GET', `/items/${victim.body.id}`);
    expect(untouched.body.images).toMatchObject([{ id: image.id }]);
    expect((await rest.send('GET', `/items/${item.id}`)).body.title).toBe(item.title);
  });

  it('2022 fault: an .html was stored as a picture', async () => {
    const member = await createMember(env.db);
    const html = { contentType: 'text/html', bytes: 100 };
    expect((await post('/uploads', member, html)).status).toBe(422);
    const key = await sendUpload(env.ctx(member), Buffer.from('<html><script>alert(1)</script></html>'));
    expect((await post('/uploads/prepare', member, { key })).status).toBe(422);
    const item = await post('/items', member, { ...ITEM, images: [{ uploadKey: key }] });
    expect(item.status).toBe(422);
    expect(await env.db.item.count({ where: { authorId: member.id } })).toBe(0);
  });

  it('2022 fault: price 99,999,999 and any status text were stored', async () => {
    const member = await createMember(env.db);
    expect((await post('/items', member, { ...ITEM, priceWon: 99_999_999 })).status).toBe(422);
    const created = await post('/items', member, { ...ITEM, status: '아무거나', authorId: randomUUID() });
    if (created.status === 201) {
      expect(created.body).toMatchObject({ status: 'AVAILABLE', author: { id: member.id } });
    } else expect(created.status).toBe(422);
  });

  it('2022 fault: messages in another’s name, into another’s room, 200,000 characters long, without a login', async () => {
    const { roomId, author, inquirer, stranger } = await createScene(env);
    const path = `/rooms/${roomId}/messages`;
    const message = (body = '안녕하세요') => ({ clientId: randomUUID(), body });
    expect((await post(path, null, message())).status).toBe(401);
    expect((await post(path, stranger, message())).status).toBe(404);
    expect((await post(path, inquirer, message('가'.repeat(20_000)))).status).toBe(422);
    expect([413, 422]).toContain((await post(path, inquirer, message('가'.repeat(200_000)))).status);
    const forged = await post(path, inquirer, { ...message(), senderId: author.id });
    if (forged.status === 201) expect(forged.body.senderId).toBe(inquirer.id);
    const kept = await env.db.message.findMany({ where: { roomId, kind: 'TEXT' } });
    for (const { senderId } of kept) expect(senderId).toBe(inquirer.id);
  });

  it('2022 fault: another’s alerts readable', async () => {
    const { roomId, author, inquirer, stranger } = await createScene(env);
    await post(`/rooms/${roomId}/messages`, inquirer, { clientId: randomUUID(), body: '안녕하세요' });
    const mine = await rest.send('GET', '/alerts', { as: author });
    const [alert] = mine.body.data;
    expect((await rest.send('GET', '/alerts', { as: stranger })).body.data).toEqual([]);
    await post('/alerts/read', stranger, { id: alert.id });
    await post('/alerts/read', stranger, { roomId });
    expect((await env.db.alert.findUniqueOrThrow({ where: { id: alert.id } })).readAt).toBeNull();
    expect((await rest.send('GET', '/alerts')).status).toBe(401);
  });

  it('2022 fault: malformed JSON killed the connection', async () => {
    const member = await createMember(env.db);
    const broken = await rest.send('POST', '/items', { as: member, body: '{"title":' });
    expect(broken.status).toBe(400);
    expect((await rest.send('GET', '/me', { as: member })).status).toBe(200);
  });

  it('2022 fault: any room’s messages were readable without a login, and reading marked them read', async () => {
    const { roomId, author, inquirer, stranger } = await createScene(env);
    await post(`/rooms/${roomId}/messages`, inquirer, { clientId: randomUUID(), body: '비밀' });
    for (const path of [`/rooms/${roomId}`, `/rooms/${roomId}/messages`]) {
      expect((await rest.send('GET', path)).status).toBe(401);
      expect((await rest.send('GET', path, { as: stranger })).status).toBe(404);
    }
    await rest.send('GET', `/rooms/${roomId}/messages`, { as: author });
    const place = { roomId_userId: { roomId, userId: author.id } };
    expect((await env.db.roomMember.findUniqueOrThrow({ where: place })).readSeq).toBe(0);
  });

  it('2022 fault: anyone could mark any room read', async () => {
    const { roomId, author, inquirer, stranger } = await createScene(env);
    await post(`/rooms/${roomId}/messages`, inquirer, { clientId: randomUUID(), body: '안녕하세요' });
    expect((await post(`/rooms/${roomId}/read`, stranger, { seq: 1 })).status).toBe(404);
    expect((await post(`/rooms/${roomId}/read`, null, { seq: 1 })).status).toBe(401);
    const place = { roomId_userId: { roomId, userId: author.id } };
    expect((await env.db.roomMember.findUniqueOrThrow({ where: place })).readSeq).toBe(0);
  });

  it('2022 fault: Kakao login believed the e-mail in the request: a token for anyone', async () => {
    const member = await createMember(env.db);
    const { email } = await env.db.user.findUniqueOrThrow({ where: { id: member.id } });
    for (const body of [
      { email },
      { email, password: '' },
      { email, provider: 'kakao' },
      { email, kakao: true, password: null },
    ]) {
      const answer = await post('/auth/token', null, body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(JSON.stringify(answer.body)).not.toContain('accessToken');
    }
  });

  it('2022 fault: an empty current password changed the password', async () => {
    const member = await createMember(env.db, { passwordHash: 'x' });
    const next = { password: 'Neue!2345', passwordConfirm: 'Neue!2345' };
    for (const body of [{ ...next, currentPassword: '' }, next]) {
      expect((await rest.send('PUT', '/me/password', { as: member, body })).status).toBe(422);
    }
    expect((await env.db.user.findUniqueOrThrow({ where: { id: member.id } })).passwordHash).toBe('x');
  });

  it('2022 fault: no throttle after 30 wrong logins', async () => {
    const member = await createMember(env.db);
    const { email } = await env.db.user.findUniqueOrThrow({ where: { id: member.id } });
    const statuses: number[] = [];
    for (let tries = 0; tries < 30; tries += 1) {
      statuses.push((await post('/auth/token', null, { email, password: `Wrong!${tries}000` })).status);
    }
    expect(statuses.slice(0, 10)).not.toContain(429);
    expect(new Set(statuses.slice(10))).toEqual(new Set([429]));
  });

  it('2022 fault: a profile showed the full street address', async () => {
    const member = await createMember(env.db);
    const { body } = await rest.send('GET', `/members/${member.id}`);
    const { email } = await env.db.user.findUniqueOrThrow({ where: { id: member.id } });
    expect(JSON.stringify(body)).not.toContain(email);
    expect(Object.keys(body).sort()).not.toEqual(expect.arrayContaining(['address', 'email', 'phone']));
  });

  it('2022 fault: two renters were accepted for overlapping days, and the item page was a 500 ever after', async () => {
    const scene = await createScene(env);
    const other = await createMember(env.db);
    const { body: room } = await post('/rooms', other, { itemId: scene.item.id });
    const requests = await Promise.all([
      post('/rentals', scene.inquirer, { roomId: scene.roomId, ...periodFrom(env, DAY_MS) }),
      post('/rentals', other, { roomId: room.id, ...periodFrom(env, DAY_MS + HOUR_MS) }),
    ]);
    const accepted = await Promise.all(
      requests.map(({ body }) => post(`/rentals/${body.id}/accept`, scene.author, {})),
    );
    expect(accepted.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await rest.send('GET', `/items/${scene.item.id}`)).status).toBe(200);
  });

  it('2022 fault: rentals in the past, of negative length, of one’s own item', async () => {
    const { roomId, author, inquirer, item } = await createScene(env);
    const past = { roomId, ...periodFrom(env, -2 * DAY_MS) };
    expect((await post('/rentals', inquirer, past)).status).toBe(422);
    const negative = { roomId, ...periodFrom(env, DAY_MS, -HOUR_MS) };
    expect((await post('/rentals', inquirer, negative)).status).toBe(422);
    expect((await post('/rooms', author, { itemId: item.id })).status).toBe(403);
    expect([403, 404, 409]).toContain(
      (await post('/rentals', author, { roomId, ...periodFrom(env, DAY_MS) })).status,
    );
    expect(await env.db.rental.count({ where: { itemId: item.id } })).toBe(0);
  });

  it('2022 fault: rejecting deleted the history', async () => {
    const { roomId, author, inquirer } = await createScene(env);
    const { body } = await post('/rentals', inquirer, { roomId, ...periodFrom(env, DAY_MS) });
    expect((await post(`/rentals/${body.id}/reject`, author, {})).status).toBe(200);
    const kept = await rest.send('GET', `/rentals/${body.id}`, { as: inquirer });
    expect(kept.body).toMatchObject({ id: body.id, status: 'REJECTED' });
    expect(await env.db.rentalEvent.count({ where: { rentalId: body.id } })).toBe(2);
  });

  it('2022 fault: races doubled contracts, rooms and bookmarks', async () => {
    const { item, stranger } = await createScene(env);
    const twenty = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, work));
    const rooms = await twenty(() => post('/rooms', stranger, { itemId: item.id }));
    expect(new Set(rooms.map(({ body }) => body.id)).size).toBe(1);
    await twenty(() => rest.send('PUT', `/items/${item.id}/bookmark`, { as: stranger }));
    const place = { itemId: item.id, userId: stranger.id };
    expect(await env.db.bookmark.count({ where: place })).toBe(1);
    expect((await env.db.item.findUniqueOrThrow({ where: { id: item.id } })).bookmarkCount).toBe(1);
    const roomId = rooms[0]?.body.id;
    await twenty(() => post('/rentals', stranger, { roomId, ...periodFrom(env, DAY_MS) }));
    expect(await env.db.rental.count({ where: { roomId } })).toBe(1);
  });

  it('2022 fault: reviews without a rental, repeated, or of 100000 stars moved the owner’s score', async () => {
    const { rental, stranger, inquirer, author } = await createEndedRental(env);
    const path = `/rentals/${rental.id}/reviews`;
    expect((await post(path, stranger, { stars: 5, body: '좋아요' })).status).toBe(404);
    expect((await post(path, inquirer, { stars: 100_000, body: '좋아요' })).status).toBe(422);
    expect((await post(path, inquirer, { stars: 4, body: '좋아요' })).status).toBe(201);
    expect((await post(path, inquirer, { stars: 5, body: '또' })).status).toBe(409);
    expect((await rest.send('GET', `/members/${author.id}`)).body.score).toBe(80);
  });

  it('2022 fault: reports without login', async () => {
    const { item, stranger } = await createScene(env);
    const report = { category: 'FRAUD', text: '' };
    expect((await post(`/items/${item.id}/reports`, null, report)).status).toBe(401);
    expect((await post(`/items/${item.id}/reports`, stranger, report)).status).toBe(201);
    expect((await post(`/items/${item.id}/reports`, stranger, report)).status).toBe(409);
  });

  it('2022 fault: the list order was random', async () => {
    const author = await createMember(env.db);
    for (let count = 0; count < 5; count += 1) {
      env.clock.advance(1_000);
      await post('/items', author, { ...ITEM, title: `물품 ${count}` });
    }
    const listed = await rest.send('GET', `/items?author=${author.id}`);
    expect(listed.body.data.map(({ title }: { title: string }) => title)).toEqual(
      [4, 3, 2, 1, 0].map((count) => `물품 ${count}`),
    );
  });

  it('2022 fault: lists cost 39 statements a page, the room list 3 a room, alerts 5 a room', async () => {
    const { author } = await createScene(env);
    const token = await tokenOf(author);
    for (const path of ['/items', '/rooms', '/alerts']) {
      expect(await countStatements(() => rest.send('GET', path, { token }))).toBeLessThanOrEqual(6);
    }
  });

  it.each([
    ['an unknown user in a filter', 'GET', `/items?author=${randomUUID()}`, undefined, 200],
    ['a user that is no id in a filter', 'GET', '/items?author=x', undefined, 422],
    ['leaving without a token', 'DELETE', '/me', undefined, 401],
  ])('2022 fault: 500 for %s', async (_, method, path, body, status) => {
    expect((await rest.send(method, path, { body })).status).toBe(status);
  });

  it('2022 fault: 500 for a long title on edit and for a member without an address', async () => {
    const { item, author } = await createScene(env);
    const edit = { as: author, body: { title: '가'.repeat(500) } };
    expect((await rest.send('PATCH', `/items/${item.id}`, edit)).status).toBe(422);
    const homeless = await createMember(env.db, { regionCode: null });
    expect((await rest.send('GET', `/members/${homeless.id}`)).status).toBe(200);
    expect((await rest.send('GET', '/me', { as: homeless })).status).toBe(200);
  });

  it('none of these was an unexpected failure', () => {
    expect(rest.faults).toEqual([]);
  });
});
