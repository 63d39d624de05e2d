import type { ServiceContext } from '@/lib/core/context';
import type { CategoryView } from '@/lib/features/items/views';

export const categorySelect = { id: true, slug: true, name: true, nameEn: true, icon: true } as const;

/** Categories that a new item may have, in their order. */
export async function listCategories(ctx: ServiceContext): Promise<CategoryView[]> {
  return ctx.db.category.findMany({
    where: { retiredAt: null },
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
    select: categorySelect,
  });
}
