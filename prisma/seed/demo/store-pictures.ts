import { availableParallelism } from 'node:os';
import sharp from 'sharp';
import { imageKey } from '@/lib/storage/keys';
import type { ObjectStorage } from '@/lib/storage/object-storage';
import type { DemoItem } from './build-items';
import type { renderPicture } from './pictures/render-picture';

export interface StoredPicture {
  id: string;
  item: DemoItem;
  position: number;
  width: number;
  height: number;
  originalBytes: number;
  blurDataUrl: string;
  color: string;
}

const HEADERS = { contentType: 'image/webp', cacheControl: 'public, max-age=31536000, immutable' };

/** Draws and stores every picture. A second run writes the same keys again. */
export async function storePictures(
  items: DemoItem[],
  storage: Pick<ObjectStorage, 'write'>,
  render: typeof renderPicture,
): Promise<StoredPicture[]> {
  const waiting = items.flatMap((item) =>
    item.pictures.map((picture, position) => ({ item, picture, position })),
  );
  const stored: StoredPicture[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      stored.push(await storeOne(next, storage, render));
  };
  const threads = sharp.concurrency();
  // Many pictures at once, one thread each, take two thirds of the time of few with many.
  sharp.concurrency(1);
  try {
    await Promise.all(Array.from({ length: availableParallelism() + 1 }, work));
  } finally {
    sharp.concurrency(threads);
  }
  return stored;
}

async function storeOne(
  { item, picture, position }: { item: DemoItem; picture: DemoItem['pictures'][number]; position: number },
  storage: Pick<ObjectStorage, 'write'>,
  render: typeof renderPicture,
): Promise<StoredPicture> {
  const { files, ...rendered } = await render(picture.kind, picture);
  await Promise.all(
    files.map(({ width, webp }) => storage.write(imageKey(picture.imageId, width), webp, HEADERS)),
  );
  const originalBytes = Math.max(...files.map(({ webp }) => webp.length));
  return { id: picture.imageId, item, position, originalBytes, ...rendered };
}
