import { randomUUID } from 'node:crypto';
import { MOST_ITEMS_AN_HOUR } from '@/lib/features/items/limits';
import { createItem } from '@/lib/features/items/server/create-item';
import { getItem } from '@/lib/features/items/server/get-item';
import { newItemInput } from '@/tests/factories/item-input';
import { createMember } from '@/tests/factories/people';
import { plainPicture } from '@/tests/factories/pictures';
import { sendUpload } from '@/tests/factories/uploads';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('listing an item', () => {
  const env = useTestEnv();

  const itemsOf = (authorId: string) => env.db.item.count({ where: { authorId } });

  it('stores the item in its author’s district, with its pictures in order and the first as cover', async () => {
    const author = await createMember(env.db);
    const ctx = env.ctx(author);
    const pictures = await Promise.all([
      plainPicture(undefined, '#ff0000'),
      plainPicture(undefined, '#0000ff'),
    ]);
    const images = [];
    for (const picture of pictures) images.push({ uploadKey: await sendUpload(ctx, picture) });
    const { itemId } = await createItem(ctx, await newItemInput(env.db, { images, priceWon: null }));
    const item = await getItem(ctx, { itemId });
    expect(item).toMatchObject({
      title: '전동드릴 빌려드려요',
      priceWon: null,
      status: 'AVAILABLE',
      region: { code: '11680', name: '강남구' },
      listedAt: env.clock.now.toISOString(),
      viewer: { isAuthor: true },
    });
    expect(item.images.map(({ color }) => color.slice(0, 2))).toEqual(['#f', '#0']);
    expect(item.cover?.id).toBe(item.images[0]?.id);
    await expect(env.db.item.findUnique({ where: { id: itemId } })).resolves.toMatchObject({ imageCount: 2 });
  });

  it('refuses a stranger without login, and a member without a district', async () => {
    const input = await newItemInput(env.db);
    expect(await refusalOf(createItem(env.ctx(), input))).toMatchObject({ code: 'UNAUTHENTICATED' });
    const newcomer = { ...(await createMember(env.db)), regionCode: null };
    expect(await refusalOf(createItem(env.ctx(newcomer), input))).toMatchObject({
      code: 'FORBIDDEN',
      key: 'auth.regionRequired',
    });
  });

  it('2022 fault: price 99,999,999 and any status text were stored', async () => {
    const author = await createMember(env.db);
    const input = await newItemInput(env.db, { priceWon: 99_999_999 });
    expect(await refusalOf(createItem(env.ctx(author), input))).toMatchObject({
      code: 'INVALID',
      fields: { priceWon: 'item.price' },
    });
    const sly = {
      ...(await newItemInput(env.db)),
      status: '아무 상태',
      bookmarkCount: 999,
      authorId: randomUUID(),
    };
    const { itemId } = await createItem(env.ctx(author), sly);
    await expect(env.db.item.findUnique({ where: { id: itemId } })).resolves.toMatchObject({
      status: 'AVAILABLE',
      bookmarkCount: 0,
      authorId: author.id,
    });
  });

  it.each([
    ['title', { title: '가'.repeat(24) }],
    ['title', { title: ' \n ' }],
    ['title', { title: '\ud800' }],
    ['body', { body: '가'.repeat(1_001) }],
    ['priceWon', { priceWon: 0.5 }],
    ['priceWon', { priceWon: -1 }],
    ['priceUnit', { priceUnit: 'YEAR' as never }],
    ['section', { section: 'SELL' as never }],
    ['categoryId', { categoryId: 999_999 }],
    ['categoryId', { categoryId: 1e300 }],
    ['submissionId', { submissionId: 'x' }],
    ['images', { images: Array(6).fill({ uploadKey: 'x' }) }],
  ])('refuses a wrong %s: %j', async (field, overrides) => {
    const author = await createMember(env.db);
    const refusal = await refusalOf(createItem(env.ctx(author), await newItemInput(env.db, overrides)));
    expect(refusal).toMatchObject({ code: 'INVALID', fields: { [field]: expect.any(String) } });
    await expect(itemsOf(author.id)).resolves.toBe(0);
  });

  it('takes 23 characters as people count them', async () => {
    const author = await createMember(env.db);
    const title = '👍🏽'.repeat(23);
    await expect(createItem(env.ctx(author), await newItemInput(env.db, { title }))).resolves.toBeTruthy();
  });

  it('refuses a category that was retired', async () => {
    const retired = await env.db.category.create({
      data: { slug: 'old', name: '옛것', nameEn: 'Old', icon: 'box', sortOrder: 99, retiredAt: new Date() },
    });
    const author = await createMember(env.db);
    const input = await newItemInput(env.db, { categoryId: retired.id });
    expect(await refusalOf(createItem(env.ctx(author), input))).toMatchObject({
      fields: { categoryId: 'item.category' },
    });
  });

  it('makes one item of one form, also when it is sent ten times at once', async () => {
    const author = await createMember(env.db);
    const ctx = env.ctx(author);
    const images = [{ uploadKey: await sendUpload(ctx) }];
    const input = await newItemInput(env.db, { images });
    const made = await Promise.all(Array.from({ length: 10 }, () => createItem(ctx, input)));
    made.push(await createItem(ctx, input));
    expect(new Set(made.map(({ itemId }) => itemId)).size).toBe(1);
    await expect(itemsOf(author.id)).resolves.toBe(1);
  });

  it('lets one member list 30 an hour, whoever sends at once, and says when there is room again', async () => {
    const author = await createMember(env.db);
    const ctx = env.ctx(author);
    const inputs = await Promise.all(Array.from({ length: 36 }, () => newItemInput(env.db)));
    const made = await Promise.allSettled(inputs.map((input) => createItem(ctx, input)));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(MOST_ITEMS_AN_HOUR);
    const refused = made.findIndex(({ status }) => status === 'rejected');
    const again = inputs[refused] ?? (await newItemInput(env.db));
    env.clock.advance(10 * 60_000);
    await expect(createItem(ctx, again)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      reason: { key: 'item.tooMany', values: { minutes: 50 } },
      retryAfterSeconds: 3_000,
    });
    const known = inputs[made.findIndex(({ status }) => status === 'fulfilled')] ?? again;
    await expect(createItem(ctx, known)).resolves.toBeTruthy();
    await expect(
      createItem(env.ctx(await createMember(env.db)), await newItemInput(env.db)),
    ).resolves.toBeTruthy();
    env.clock.advance(50 * 60_000 + 1);
    await expect(createItem(ctx, again)).resolves.toBeTruthy();
    await expect(itemsOf(author.id)).resolves.toBe(MOST_ITEMS_AN_HOUR + 1);
  });

  describe('with pictures', () => {
    it('leaves no half item behind a bad one, and says which it was', async () => {
      const author = await createMember(env.db);
      const ctx = env.ctx(author);
      const good = await sendUpload(ctx);
      const bad = await sendUpload(ctx, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
      const input = await newItemInput(env.db, { images: [{ uploadKey: good }, { uploadKey: bad }] });
      expect(await refusalOf(createItem(ctx, input))).toMatchObject({
        code: 'INVALID',
        fields: { 'images.1': 'image.type' },
      });
      await expect(itemsOf(author.id)).resolves.toBe(0);
      const rest = { ...input, images: [{ uploadKey: good }] };
      await expect(createItem(ctx, rest)).resolves.toBeTruthy();
    });

    it('refuses another member’s upload', async () => {
      const owner = await createMember(env.db);
      const uploadKey = await sendUpload(env.ctx(owner));
      const thief = await createMember(env.db);
      const input = await newItemInput(env.db, { images: [{ uploadKey }] });
      expect(await refusalOf(createItem(env.ctx(thief), input))).toMatchObject({
        fields: { 'images.0': 'image.missing' },
      });
      await expect(itemsOf(thief.id)).resolves.toBe(0);
    });

    it('gives an upload to one item only, also when two race for it', async () => {
      const author = await createMember(env.db);
      const ctx = env.ctx(author);
      const images = [{ uploadKey: await sendUpload(ctx) }];
      const inputs = await Promise.all(Array.from({ length: 5 }, () => newItemInput(env.db, { images })));
      const outcomes = await Promise.allSettled(inputs.map((input) => createItem(ctx, input)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await expect(itemsOf(author.id)).resolves.toBe(1);
    });

    it('refuses the same upload twice in one form, and the picture of another item', async () => {
      const ctx = env.ctx(await createMember(env.db));
      const uploadKey = await sendUpload(ctx);
      const twice = await newItemInput(env.db, { images: [{ uploadKey }, { uploadKey }] });
      expect(await refusalOf(createItem(ctx, twice))).toMatchObject({
        fields: { 'images.1': 'image.missing' },
      });
      const first = await createItem(ctx, await newItemInput(env.db, { images: [{ uploadKey }] }));
      const { id: imageId } = await env.db.image.findFirstOrThrow({ where: { itemId: first.itemId } });
      const second = await newItemInput(env.db, { images: [{ imageId }] });
      expect(await refusalOf(createItem(ctx, second))).toMatchObject({
        fields: { 'images.0': 'image.missing' },
      });
    });

    it('counts 50 MB over all originals of an item', async () => {
      const ctx = env.ctx(await createMember(env.db));
      const images = [{ uploadKey: await sendUpload(ctx) }, { uploadKey: await sendUpload(ctx) }];
      const [first] = images;
      const small = await newItemInput(env.db, { images: first ? [first] : [] });
      const { itemId } = await createItem(ctx, small);
      await env.db.image.updateMany({ where: { itemId }, data: { itemId: null, originalBytes: 52_428_800 } });
      const large = await newItemInput(env.db, { images });
      expect(await refusalOf(createItem(ctx, large))).toMatchObject({ fields: { images: 'image.size' } });
    });
  });
});
