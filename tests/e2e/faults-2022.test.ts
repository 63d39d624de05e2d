import { randomUUID } from 'node:crypto';
import { connectDb, type Db } from '@/lib/db/client';
import { type AccessScene, createAccessScene, fingerprintOf, type Setup } from '@/tests/support/access-scene';
import { productUrl } from '@/tests/support/browser';
import {
  type ActionCall,
  callAction,
  listActions,
  productCookie,
  productDatabaseUrl,
} from '@/tests/support/call-action';

type Arguments = Pick<ActionCall, 'args' | 'stateForm'>;
type Who = 'author' | 'inquirer' | 'stranger' | 'visitor';

/** PRODUCT.md 10, by server actions called raw; the same names stand in the tests of the API, the sockets and the domain. */
describe('2022 faults, by server actions', () => {
  const actions = listActions();
  let db: Db;

  beforeAll(() => {
    db = connectDb(productDatabaseUrl(), 4);
  });
  afterAll(() => db.$disconnect());

  const sceneOf = (person: Who, setup: Setup = {}) => createAccessScene(db, person, setup, new Date());

  async function call(name: string, scene: AccessScene, sent: Arguments): Promise<string> {
    const action = actions.get(name);
    if (!action) throw new Error(`The build has no action ${name}.`);
    return callAction(productUrl(), {
      action,
      params: { id: scene.itemId, roomId: scene.roomId },
      ...(scene.actor && { cookie: await productCookie(scene.actor.id) }),
      ...sent,
    });
  }

  /** Refused with one of these codes, and nothing of the scene has changed. */
  async function expectRefusal(name: string, scene: AccessScene, sent: Arguments, codes: string[]) {
    const before = await fingerprintOf(db, scene);
    expect(codes).toContain(await call(name, scene, sent));
    expect(await fingerprintOf(db, scene)).toBe(before);
  }

  const item = (scene: AccessScene, more: object = {}) => ({
    section: 'OFFER',
    categoryId: scene.categoryId,
    title: '드릴',
    body: '내용',
    priceWon: 5_000,
    priceUnit: 'DAY',
    autoRelist: true,
    images: [],
    submissionId: randomUUID(),
    ...more,
  });
  const day = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString();

  it('2022 fault: anyone signed in could edit or delete anyone’s item', async () => {
    for (const person of ['stranger', 'inquirer'] as const) {
      const scene = await sceneOf(person);
      await expectRefusal('editItem', scene, { args: [scene.itemId, item(scene)] }, ['FORBIDDEN']);
      await expectRefusal('removeItem', scene, { args: [{ itemId: scene.itemId }] }, ['FORBIDDEN']);
    }
  });

  it('2022 fault: an .html was stored as a picture', async () => {
    const scene = await sceneOf('stranger');
    await expectRefusal('requestUpload', scene, { args: [{ contentType: 'text/html', bytes: 10 }] }, [
      'INVALID',
    ]);
    const images = [{ uploadKey: 'uploads/page.html' }];
    await expectRefusal('postItem', scene, { args: [item(scene, { images })] }, ['INVALID']);
  });

  it('2022 fault: price 99,999,999 and any status text were stored', async () => {
    const scene = await sceneOf('stranger');
    await expectRefusal('postItem', scene, { args: [item(scene, { priceWon: 99_999_999 })] }, ['INVALID']);
    const forged = { status: '아무거나', authorId: scene.author.id, bookmarkCount: 999, role: 'ADMIN' };
    await call('postItem', scene, { args: [item(scene, forged)] });
    const posted = await db.item.findFirst({ where: { authorId: scene.actor?.id ?? '' } });
    if (posted) expect(posted).toMatchObject({ status: 'AVAILABLE', bookmarkCount: 0 });
    const author = await db.user.findUniqueOrThrow({ where: { id: scene.actor?.id ?? '' } });
    expect(author.role).toBe('MEMBER');
  });

  it('2022 fault: an empty current password changed the password', async () => {
    const scene = await sceneOf('stranger');
    const next = { password: 'Neue!2345', passwordConfirm: 'Neue!2345' };
    for (const stateForm of [{ ...next, currentPassword: '' }, next]) {
      await expectRefusal('changePassword', scene, { stateForm }, ['INVALID']);
    }
  });

  it('2022 fault: sign-up took the password `1` and the nickname `<b>`', async () => {
    const scene = await sceneOf('visitor');
    const email = `${randomUUID()}@example.com`;
    const good = {
      email,
      password: 'Abcd!2345',
      passwordConfirm: 'Abcd!2345',
      nickname: '새이웃',
      regionCode: '11680',
    };
    for (const bad of [{ password: '1', passwordConfirm: '1' }, { nickname: '<b>' }]) {
      expect(await call('signUp', scene, { stateForm: { ...good, ...bad } })).toBe('INVALID');
    }
    expect(await db.user.count({ where: { email } })).toBe(0);
  });

  it('2022 fault: rentals in the past, of negative length, of one’s own item', async () => {
    const scene = await sceneOf('inquirer');
    const { roomId } = scene;
    const past = { roomId, startsAt: day(-3), endsAt: day(-1) };
    const negative = { roomId, startsAt: day(3), endsAt: day(1) };
    for (const period of [past, negative]) {
      await expectRefusal('requestRental', scene, { args: [period] }, ['INVALID']);
    }
    const own = await sceneOf('author');
    const wish = { roomId: own.roomId, startsAt: day(1), endsAt: day(2) };
    await expectRefusal('requestRental', own, { args: [wish] }, ['FORBIDDEN']);
    await expectRefusal('inquire', own, { args: [own.itemId] }, ['INVALID']);
  });

  it('2022 fault: two renters were accepted for overlapping days', async () => {
    const scene = await sceneOf('author', { rental: 'REQUESTED' });
    const first = await db.rental.findUniqueOrThrow({ where: { id: scene.rentalId } });
    const other = await sceneOf('stranger');
    const inquirerId = other.actor?.id ?? '';
    const room = await db.room.create({
      data: { itemId: scene.itemId, authorId: scene.author.id, inquirerId, lastSeq: 0 },
    });
    await db.roomMember.createMany({
      data: [scene.author.id, inquirerId].map((userId) => ({ roomId: room.id, userId })),
    });
    const { id: _, ...same } = first;
    const second = await db.rental.create({
      data: { ...same, roomId: room.id, inquirerId, renterId: inquirerId },
    });
    const answers = await Promise.all(
      [first.id, second.id].map((rentalId) => call('acceptRental', scene, { args: [{ rentalId }] })),
    );
    expect(answers.sort()).toEqual(['CONFLICT', 'ok']);
    expect((await fetch(`${productUrl()}/items/${scene.itemId}`)).status).toBe(200);
  });

  it('2022 fault: rejecting deleted the history', async () => {
    const scene = await sceneOf('author', { rental: 'REQUESTED' });
    expect(await call('rejectRental', scene, { args: [{ rentalId: scene.rentalId }] })).toBe('ok');
    const kept = await db.rental.findUniqueOrThrow({ where: { id: scene.rentalId } });
    expect(kept.status).toBe('REJECTED');
    expect(await db.rentalEvent.count({ where: { rentalId: scene.rentalId } })).toBe(1);
  });

  it('2022 fault: races doubled contracts, rooms and bookmarks', async () => {
    const scene = await sceneOf('stranger');
    const userId = scene.actor?.id ?? '';
    const twenty = (name: string, sent: Arguments) =>
      Promise.all(Array.from({ length: 20 }, () => call(name, scene, sent)));
    const rooms = await twenty('inquire', { args: [scene.itemId] });
    expect(new Set(rooms).size).toBe(1);
    await twenty('setBookmark', { args: [{ itemId: scene.itemId, on: true }] });
    expect(await db.bookmark.count({ where: { itemId: scene.itemId, userId } })).toBe(1);
    const roomId = rooms[0]?.split('/').at(-1);
    await twenty('requestRental', { args: [{ roomId, startsAt: day(1), endsAt: day(2) }] });
    expect(await db.rental.count({ where: { itemId: scene.itemId, inquirerId: userId } })).toBe(1);
  });

  it('2022 fault: reviews without a rental, repeated, or of 100000 stars moved the owner’s score', async () => {
    const stranger = await sceneOf('stranger', { rental: 'ENDED' });
    const review = (scene: AccessScene, stars: number) => ({
      args: [{ rentalId: scene.rentalId, stars, body: '좋아요' }],
    });
    await expectRefusal('writeReview', stranger, review(stranger, 5), ['NOT_FOUND']);
    const scene = await sceneOf('inquirer', { rental: 'ENDED' });
    await expectRefusal('writeReview', scene, review(scene, 100_000), ['INVALID']);
    expect(await call('writeReview', scene, review(scene, 4))).toBe('ok');
    await expectRefusal('writeReview', scene, review(scene, 5), ['CONFLICT']);
    const { starSum, reviewCount } = await db.user.findUniqueOrThrow({ where: { id: scene.author.id } });
    expect({ starSum, reviewCount }).toEqual({ starSum: 4, reviewCount: 1 });
  });

  it('2022 fault: reports without login', async () => {
    const scene = await sceneOf('visitor');
    const report = { args: [{ itemId: scene.itemId, category: 'FRAUD' }] };
    await expectRefusal('writeReport', scene, report, ['UNAUTHENTICATED']);
  });

  it('2022 fault: another’s alerts readable', async () => {
    const scene = await sceneOf('stranger');
    await expectRefusal('readAlerts', scene, { args: [{ id: scene.alertId }] }, ['NOT_FOUND']);
    const visitor = await sceneOf('visitor');
    await expectRefusal('listAlerts', visitor, { args: [{}] }, ['UNAUTHENTICATED']);
  });

  it('2022 fault: 500 for leaving without a token, an unknown user in a filter, a long title on edit', async () => {
    const visitor = await sceneOf('visitor');
    await expectRefusal('withdraw', visitor, { args: [] }, ['UNAUTHENTICATED']);
    expect(await call('loadItems', visitor, { args: [{ authorId: randomUUID() }] })).toBe('ok');
    expect(await call('loadItems', visitor, { args: [{ authorId: 'x' }] })).toBe('INVALID');
    const author = await sceneOf('author');
    const long = { args: [author.itemId, item(author, { title: '가'.repeat(500) })] };
    await expectRefusal('editItem', author, long, ['INVALID']);
  });

  it.each([[[]], [[null]], [['x']], [[{ itemId: { $gt: '' } }]], [[[[[]]]]], [[1, 2, 3]]])(
    'what is no input (%j) is refused, never a failure',
    async (args) => {
      const scene = await sceneOf('author');
      for (const [name, { pages }] of actions) {
        if (pages.length === 0 || ['withdraw', 'logOut', 'setLocale', 'beginKakaoLink'].includes(name))
          continue;
        expect(`${name} ${await call(name, scene, { args })}`).not.toMatch(/FAILED|HTTP 5/);
      }
    },
  );
});
