import type { MemberActor } from '@/lib/core/actor';
import type { Db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

/** An item written straight to the database: for tests whose matter is not how items are made. */
export async function createItemRow(
  db: Db,
  author: MemberActor,
  overrides: Partial<Prisma.ItemUncheckedCreateInput> = {},
) {
  const category = await db.category.findFirstOrThrow({ orderBy: { sortOrder: 'asc' } });
  return db.item.create({
    data: {
      authorId: author.id,
      section: 'OFFER',
      categoryId: category.id,
      regionCode: author.regionCode ?? '11680',
      title: '전동드릴 빌려드려요',
      body: '상태 좋은 전동드릴입니다.',
      priceWon: 5_000,
      priceUnit: 'DAY',
      ...overrides,
    },
  });
}
