import type { MemberActor } from '@/lib/core/actor';
import type { UpdateItemInput } from '@/lib/features/items/schemas';
import { createItem } from '@/lib/features/items/server/create-item';
import { getItem } from '@/lib/features/items/server/get-item';
import { getItemForEdit } from '@/lib/features/items/server/get-item-for-edit';
import { updateItem } from '@/lib/features/items/server/update-item';
import { newItemInput } from '@/tests/factories/item-input';
import { createMember } from '@/tests/factories/people';
import { createRentalRow } from '@/tests/factories/rental-rows';
import { sendUpload } from '@/tests/factories/uploads';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('changing an item', () => {
  const env = useTestEnv();

  async function itemWithPictures(author: MemberActor, count: number) {
    const ctx = env.ctx(author);
    const images = [];
    for (let index = 0; index < count; index += 1) images.push({ uploadKey: await sendUpload(ctx) });
    const { itemId } = await createItem(ctx, await newItemInput(env.db, { images }));
    return { itemId, imageIds: (await getItem(ctx, { itemId })).images.map(({ id }) => id) };
  }

  async function changed(itemId: string, overrides: Partial<UpdateItemInput> = {}): Promise<UpdateItemInput> {
    const { submissionId: _, ...fields } = await newItemInput(env.db);
    return { ...fields, itemId, ...overrides };
  }

  it('2022 fault: anyone signed in could edit or delete anyone’s item, and delete a third item’s picture through it', async () => {
    const [author, stranger, third] = await Promise.all([1, 2, 3].map(() => createMember(env.db)));
    if (!author || !stranger || !third) throw new Error('No members');
    const { itemId } = await itemWithPictures(author, 1);
    const change = await changed(itemId, { title: '남의 물품' });
    expect(await refusalOf(updateItem(env.ctx(stranger), change))).toMatchObject({
      code: 'FORBIDDEN',
      key: 'item.notAuthor',
    });
    expect(await refusalOf(updateItem(env.ctx(), change))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await refusalOf(getItemForEdit(env.ctx(stranger), { itemId }))).toMatchObject({
      code: 'FORBIDDEN',
    });

    const victim = await itemWithPictures(third, 2);
    const own = await itemWithPictures(stranger, 0);
    const theft = await changed(own.itemId, { images: victim.imageIds.map((imageId) => ({ imageId })) });
    expect(await refusalOf(updateItem(env.ctx(stranger), theft))).toMatchObject({
      code: 'INVALID',
      fields: { 'images.0': 'image.missing' },
    });
    await expect(getItem(env.ctx(), { itemId: victim.itemId })).resolves.toMatchObject({
      images: victim.imageIds.map((id) => ({ id })),
    });
    await expect(getItem(env.ctx(), { itemId })).resolves.toMatchObject({ title: '전동드릴 빌려드려요' });
  });

  it('keeps, re-orders, drops and adds pictures together', async () => {
    const author = await createMember(env.db);
    const ctx = env.ctx(author);
    const { itemId, imageIds } = await itemWithPictures(author, 3);
    const [first = '', second = '', third = ''] = imageIds;
    const uploadKey = await sendUpload(ctx);
    const images = [{ imageId: third }, { uploadKey }, { imageId: first }];
    await updateItem(ctx, await changed(itemId, { images }));
    const item = await getItem(ctx, { itemId });
    expect(item.images.map(({ id }) => id)).toEqual([third, expect.any(String), first]);
    expect(item.cover?.id).toBe(third);
    await expect(env.db.image.findUnique({ where: { id: second } })).resolves.toMatchObject({
      itemId: null,
      position: null,
      releasedAt: env.clock.now,
    });
    const back = await changed(itemId, { images: [{ imageId: second }] });
    expect(await refusalOf(updateItem(ctx, back))).toMatchObject({
      fields: { 'images.0': 'image.missing' },
    });
  });

  it('changes nothing when one picture is bad', async () => {
    const author = await createMember(env.db);
    const { itemId, imageIds } = await itemWithPictures(author, 2);
    const images = [{ imageId: imageIds[1] ?? '' }, { uploadKey: 'uploads/x/y' }];
    await refusalOf(updateItem(env.ctx(author), await changed(itemId, { title: '새 제목', images })));
    const item = await getItem(env.ctx(), { itemId });
    expect(item.title).toBe('전동드릴 빌려드려요');
    expect(item.images.map(({ id }) => id)).toEqual(imageIds);
  });

  it('leaves the pictures of another item of the same author where they are', async () => {
    const author = await createMember(env.db);
    const [one, other] = [await itemWithPictures(author, 1), await itemWithPictures(author, 1)];
    const images = other.imageIds.map((imageId) => ({ imageId }));
    const change = await changed(one.itemId, { images });
    expect(await refusalOf(updateItem(env.ctx(author), change))).toMatchObject({
      fields: { 'images.0': 'image.missing' },
    });
  });

  it('leaves one whole state when two change the pictures at once', async () => {
    const author = await createMember(env.db);
    const { itemId, imageIds } = await itemWithPictures(author, 3);
    const orders = [imageIds, [...imageIds].reverse()];
    const changes = await Promise.all(
      [...orders, ...orders].map((ids) => changed(itemId, { images: ids.map((imageId) => ({ imageId })) })),
    );
    await Promise.all(changes.map((change) => updateItem(env.ctx(author), change)));
    const item = await getItem(env.ctx(), { itemId });
    expect(orders).toContainEqual(item.images.map(({ id }) => id));
    expect(item.cover?.id).toBe(item.images[0]?.id);
  });

  it('has no cover without pictures', async () => {
    const author = await createMember(env.db);
    const { itemId } = await itemWithPictures(author, 1);
    await updateItem(env.ctx(author), await changed(itemId));
    await expect(getItem(env.ctx(), { itemId })).resolves.toMatchObject({ cover: null, images: [] });
  });

  it('2022 fault: a long title on edit was a 500', async () => {
    const author = await createMember(env.db);
    const { itemId } = await itemWithPictures(author, 0);
    const change = await changed(itemId, { title: '가'.repeat(5_000) });
    expect(await refusalOf(updateItem(env.ctx(author), change))).toMatchObject({
      code: 'INVALID',
      fields: { title: 'item.title' },
    });
  });

  it('alters no quote that was agreed', async () => {
    const [author, renter] = [await createMember(env.db), await createMember(env.db)];
    const { itemId } = await itemWithPictures(author, 0);
    const rental = await createRentalRow(env.db, { id: itemId, authorId: author.id }, renter, {
      status: 'ACCEPTED',
    });
    await updateItem(env.ctx(author), await changed(itemId, { priceWon: 9_000 }));
    await expect(env.db.rental.findUnique({ where: { id: rental.id } })).resolves.toMatchObject({
      unitPriceWon: 5_000,
      totalWon: 10_000,
    });
  });

  it('keeps the section while a rental is open', async () => {
    const [author, renter] = [await createMember(env.db), await createMember(env.db)];
    const { itemId } = await itemWithPictures(author, 0);
    await createRentalRow(env.db, { id: itemId, authorId: author.id }, renter);
    const change = await changed(itemId, { section: 'WANTED' });
    expect(await refusalOf(updateItem(env.ctx(author), change))).toMatchObject({
      code: 'CONFLICT',
      fields: { section: 'item.rented' },
    });
  });

  it('keeps a category that was retired since, and takes no other such', async () => {
    const author = await createMember(env.db);
    const data = { nameEn: 'Old', icon: 'box', sortOrder: 99 };
    const [kept, other] = await Promise.all([
      env.db.category.create({ data: { ...data, slug: 'kept', name: '옛것' } }),
      env.db.category.create({ data: { ...data, slug: 'other', name: '딴것', retiredAt: new Date() } }),
    ]);
    const { itemId } = await createItem(env.ctx(author), await newItemInput(env.db, { categoryId: kept.id }));
    await env.db.category.update({ where: { id: kept.id }, data: { retiredAt: new Date() } });
    await expect(
      updateItem(env.ctx(author), await changed(itemId, { categoryId: kept.id })),
    ).resolves.toBeTruthy();
    const change = await changed(itemId, { categoryId: other.id });
    expect(await refusalOf(updateItem(env.ctx(author), change))).toMatchObject({
      fields: { categoryId: 'item.category' },
    });
  });

  it('does not find a deleted item', async () => {
    const author = await createMember(env.db);
    const { itemId } = await itemWithPictures(author, 0);
    await env.db.item.update({ where: { id: itemId }, data: { deletedAt: new Date() } });
    expect(await refusalOf(updateItem(env.ctx(author), await changed(itemId)))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
