import { randomUUID } from 'node:crypto';
import type { Prisma } from '@/lib/db/generated/client';
import type { CrowdPlan } from './crowd';

type ItemRow = Prisma.ItemCreateManyInput & { id: string };

const MAX_PICTURES = 5;

/** Own items, of which the first has the pictures and everything that hangs on an item, and others' that are bookmarked. */
export function crowdItems(plan: CrowdPlan) {
  const { me, others, rows, now } = plan;
  const author = others[0] ?? me.id;
  const images = picturesOf(plan, randomUUID());
  const counters = {
    inquiryCount: rows,
    imageCount: images.length,
    coverImageId: images[0]?.id ?? null,
    coverBlur: 'data:,',
    coverColor: '#cccccc',
  };
  const items = others.map((_, index) => itemRow(plan, index, me.id));
  const first = items[0];
  if (first) Object.assign(first, counters, { id: images[0]?.itemId });
  const liked = others.map((_, index) => ({ ...itemRow(plan, rows + index, author), bookmarkCount: 1 }));
  const bookmarks: Prisma.BookmarkCreateManyInput[] = liked.map(({ id }, index) => ({
    userId: me.id,
    itemId: id,
    createdAt: new Date(now.getTime() - index * 1_000),
  }));
  return { items, liked, images, bookmarks };
}

function itemRow({ categoryId, now, mark }: CrowdPlan, index: number, authorId: string): ItemRow {
  return {
    id: randomUUID(),
    authorId,
    section: 'OFFER',
    categoryId,
    regionCode: '11680',
    title: `${mark(index)} 빌려드려요`,
    body: '상태가 좋아요.',
    priceWon: 5_000,
    priceUnit: 'DAY',
    listedAt: new Date(now.getTime() - index * 60_000),
  };
}

function picturesOf({ me, rows }: CrowdPlan, itemId: string) {
  return Array.from({ length: Math.min(rows, MAX_PICTURES) }, (_, position) => ({
    id: randomUUID(),
    ownerId: me.id,
    itemId,
    position,
    width: 1_280,
    height: 960,
    originalBytes: 1_000,
    blurDataUrl: 'data:,',
    color: '#cccccc',
  }));
}
