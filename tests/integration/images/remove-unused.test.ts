import { prepareUpload } from '@/lib/features/images/server/prepare-upload';
import { removeUnusedImages } from '@/lib/features/images/server/remove-unused';
import { requestUpload } from '@/lib/features/images/server/request-upload';
import { variantUrl } from '@/lib/features/images/variants';
import { createItem } from '@/lib/features/items/server/create-item';
import { deleteItem } from '@/lib/features/rentals/server/delete-item';
import { newItemInput } from '@/tests/factories/item-input';
import { createMember } from '@/tests/factories/people';
import { plainPicture } from '@/tests/factories/pictures';
import { postUpload, sendUpload } from '@/tests/factories/uploads';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const HOUR_MS = 3_600_000;
const HEADERS = { contentType: 'image/png', cacheControl: 'no-store' };

describe('removing unused pictures', () => {
  const env = useTestEnv();

  const run = () => removeUnusedImages(env.ctx({ kind: 'system' }));

  const filesBelow = async (prefix: string) => {
    const keys: string[] = [];
    for await (const { key } of env.storage.list(prefix)) keys.push(key);
    return keys;
  };

  it('removes files and rows of uploads that no item took in 24 hours, and none before', async () => {
    const member = await createMember(env.db);
    const ctx = env.ctx(member);
    const image = await prepareUpload(ctx, { key: await sendUpload(ctx) });
    await sendUpload(ctx);
    await requestUpload(ctx, { contentType: 'image/png', bytes: 10 });

    env.clock.advance(23 * HOUR_MS);
    await expect(run()).resolves.toEqual({ images: 0, uploads: 0 });
    await expect(filesBelow(`images/${image.id}/`)).resolves.toHaveLength(3);

    env.clock.advance(HOUR_MS + 1);
    await expect(run()).resolves.toEqual({ images: 1, uploads: 2 });
    await expect(filesBelow(`images/${image.id}/`)).resolves.toEqual([]);
    await expect(filesBelow(`uploads/${member.id}/`)).resolves.toEqual([]);
    await expect(env.db.upload.count({ where: { userId: member.id } })).resolves.toBe(0);
  });

  it('keeps the pictures of an item, and removes them an hour after it was deleted', async () => {
    const ctx = env.ctx(await createMember(env.db));
    const images = [{ uploadKey: await sendUpload(ctx) }];
    const { itemId } = await createItem(ctx, await newItemInput(env.db, { images }));
    const image = await env.db.image.findFirstOrThrow({ where: { itemId } });
    env.clock.advance(48 * HOUR_MS);
    await run();
    await expect(filesBelow(`images/${image.id}/`)).resolves.toHaveLength(3);

    await deleteItem(ctx, { itemId });
    await run();
    await expect(filesBelow(`images/${image.id}/`)).resolves.toHaveLength(3);
    env.clock.advance(HOUR_MS);
    await expect(run()).resolves.toEqual({ images: 1, uploads: 0 });
    await expect(filesBelow(`images/${image.id}/`)).resolves.toEqual([]);
  });

  it('removes what a used form brought once more, and never the picture that was made before', async () => {
    const ctx = env.ctx(await createMember(env.db));
    // The store's clock is the real one.
    env.clock.now = new Date();
    const bytes = await plainPicture();
    const upload = await requestUpload(ctx, { contentType: 'image/jpeg', bytes: bytes.length });
    await expect(postUpload(upload, bytes)).resolves.toBe(204);
    const image = await prepareUpload(ctx, { key: upload.key });
    const { itemId } = await createItem(
      ctx,
      await newItemInput(env.db, { images: [{ uploadKey: upload.key }] }),
    );
    await env.settled();
    const shown = async () => Buffer.from(await (await fetch(variantUrl(image.baseUrl, 640))).arrayBuffer());
    const before = await shown();

    const other = await plainPicture({ width: 10, height: 10 }, '#000000');
    await expect(postUpload(upload, other)).resolves.toBe(204);
    await expect(prepareUpload(ctx, { key: upload.key })).resolves.toEqual(image);
    expect((await shown()).equals(before)).toBe(true);

    await run();
    await expect(filesBelow(upload.key)).resolves.toEqual([upload.key]);
    env.clock.advance(25 * HOUR_MS);
    await run();
    await expect(filesBelow(upload.key)).resolves.toEqual([]);
    await expect(filesBelow(`images/${image.id}/`)).resolves.toHaveLength(3);
    await expect(env.db.item.findUniqueOrThrow({ where: { id: itemId } })).resolves.toMatchObject({
      imageCount: 1,
    });
  });

  it('goes past any number of old keys that the database does not know', async () => {
    const ctx = env.ctx(await createMember(env.db));
    env.clock.now = new Date();
    const known = await sendUpload(ctx);
    await env.db.upload.updateMany({ where: { key: known }, data: { status: 'READY' } });
    const strangers = Array.from({ length: 510 }, (_, index) => `uploads/00000000/${index}`);
    expect(strangers.every((key) => key < known)).toBe(true);
    for (let from = 0; from < strangers.length; from += 30) {
      const some = strangers.slice(from, from + 30);
      await Promise.all(some.map((key) => env.storage.write(key, Buffer.from('x'), HEADERS)));
    }
    env.clock.advance(25 * HOUR_MS);
    await run();
    await expect(filesBelow(known)).resolves.toEqual([]);
    await expect(filesBelow('uploads/00000000/')).resolves.toHaveLength(strangers.length);
    await env.storage.remove(strangers);
  });

  it('is safe to run twice, also at once', async () => {
    const ctx = env.ctx(await createMember(env.db));
    await prepareUpload(ctx, { key: await sendUpload(ctx) });
    env.clock.advance(25 * HOUR_MS);
    const runs = await Promise.all([run(), run()]);
    expect(runs.reduce((sum, { images }) => sum + images, 0)).toBe(1);
    await expect(run()).resolves.toEqual({ images: 0, uploads: 0 });
  });

  it('takes no picture from an item that claims it meanwhile', async () => {
    const ctx = env.ctx(await createMember(env.db));
    const uploadKey = await sendUpload(ctx);
    await prepareUpload(ctx, { key: uploadKey });
    env.clock.advance(24 * HOUR_MS + 1);
    const input = await newItemInput(env.db, { images: [{ uploadKey }] });
    const [made] = await Promise.allSettled([createItem(ctx, input), run()]);
    const item = await env.db.item.findFirst({
      where: { submissionId: input.submissionId },
      include: { images: true },
    });
    if (made.status === 'rejected') expect(item).toBeNull();
    else expect(await filesBelow(`images/${item?.images[0]?.id}/`)).toHaveLength(3);
  });

  it('refuses everybody but jobs', async () => {
    const member = await createMember(env.db);
    expect(await refusalOf(removeUnusedImages(env.ctx(member)))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(removeUnusedImages(env.ctx()))).toMatchObject({ code: 'FORBIDDEN' });
  });
});
