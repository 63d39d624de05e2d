import { prepareUpload } from '@/lib/features/images/server/prepare-upload';
import { IMAGE_WIDTHS } from '@/lib/features/images/variants';
import { createItem } from '@/lib/features/items/server/create-item';
import { writeReview } from '@/lib/features/reviews/server/write-review';
import { imageKey } from '@/lib/storage/keys';
import type { TestEnv } from '@/tests/support/test-env';
import { createCrowd } from './crowd';
import { newItemInput } from './item-input';
import { createMember } from './people';
import { plainPicture } from './pictures';
import { createEndedRental } from './scenes';
import { sendUpload } from './uploads';

const WEBP = { contentType: 'image/webp', cacheControl: 'public' };

/**
 * Rows in nearly every table, with the files that they name: an item with two real pictures, a profile picture, an
 * original that waits, an ended rental with its history and a review, and a crowd.
 */
export async function createBackupScene(env: TestEnv) {
  const owner = await createMember(env.db);
  const ctx = env.ctx(owner);
  const uploads = await Promise.all([
    sendUpload(ctx),
    sendUpload(ctx, await plainPicture(undefined, '#22aa44')),
  ]);
  const images = uploads.map((uploadKey) => ({ uploadKey }));
  const { itemId } = await createItem(
    ctx,
    await newItemInput(env.db, { images, title: "탭\t, \\N '따옴표' 🙂" }),
  );
  const face = await prepareUpload(ctx, { key: await sendUpload(ctx) });
  await env.db.user.update({ where: { id: owner.id }, data: { avatarImageId: face.id } });
  const waiting = await sendUpload(ctx);
  const ended = await createEndedRental(env);
  await writeReview(env.ctx(ended.inquirer), {
    rentalId: ended.rental.id,
    stars: 5,
    body: '좋았어요\n또 빌릴게요',
  });
  await createCrowd(env, { rows: 3 });
  await fillPictures(env);
  await env.settled();
  return { owner, itemId, waiting, face, ...ended };
}

/** Files for the pictures that a crowd has only as rows. */
async function fillPictures({ db, storage }: TestEnv) {
  const images = await db.image.findMany({ where: { uploadId: null }, select: { id: true } });
  for (const { id } of images) {
    for (const width of IMAGE_WIDTHS)
      await storage.write(imageKey(id, width), Buffer.from(`${id} ${width}`), WEBP);
  }
}
