import { randomUUID } from 'node:crypto';
import type { Db } from '@/lib/db/client';
import type { CreateItemInput } from '@/lib/features/items/schemas';

/** What a filled-in item form sends. */
export async function newItemInput(
  db: Db,
  overrides: Partial<CreateItemInput> = {},
): Promise<CreateItemInput> {
  const category = await db.category.findFirstOrThrow({
    where: { retiredAt: null },
    orderBy: { sortOrder: 'asc' },
  });
  return {
    section: 'OFFER',
    categoryId: category.id,
    title: '전동드릴 빌려드려요',
    body: '상태 좋은 전동드릴입니다.',
    priceWon: 5_000,
    priceUnit: 'DAY',
    autoRelist: true,
    images: [],
    submissionId: randomUUID(),
    ...overrides,
  };
}
