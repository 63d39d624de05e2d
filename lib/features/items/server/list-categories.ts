import type { ServiceContext } from '@/lib/core/context';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import type { CategoryView } from '@/lib/features/items/views';

/** Categories that a new item may have, in their order. */
export async function listCategories(ctx: ServiceContext): Promise<CategoryView[]> {
  return queryPrepared<CategoryView>(
    ctx.db,
    Prisma.sql`SELECT "id", "slug", "name", "nameEn", "icon" FROM "Category"
      WHERE "retiredAt" IS NULL ORDER BY "sortOrder", "id"`,
  );
}
