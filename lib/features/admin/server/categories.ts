import type { z } from 'zod';
import { requireAdmin } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction } from '@/lib/db/transaction';
import {
  addCategorySchema,
  moveCategorySchema,
  renameCategorySchema,
  retireCategorySchema,
} from '@/lib/features/admin/schemas';
import type { AdminCategoryView } from '@/lib/features/admin/views';
import { confirmPassword } from './confirm-password';
import { writeAudit } from './write-audit';

/** Every category in its order, with how many items it holds. @throws NOT_FOUND for others */
export async function listAllCategories(ctx: ServiceContext): Promise<AdminCategoryView[]> {
  requireAdmin(ctx.actor);
  return ctx.db.$queryRaw<AdminCategoryView[]>`
    SELECT category."id", category."slug", category."name", category."nameEn", category."icon",
      category."retiredAt" IS NOT NULL AS "isRetired",
      (SELECT count(*)::int FROM "Item" WHERE "categoryId" = category."id" AND "deletedAt" IS NULL) AS "items"
    FROM "Category" category ORDER BY category."sortOrder", category."id"`;
}

/** A category at the end of the list. @throws NOT_FOUND for others, INVALID, CONFLICT for a name or slug that is taken */
export async function addCategory(
  ctx: ServiceContext,
  input: z.input<typeof addCategorySchema>,
): Promise<void> {
  const { id: adminId } = requireAdmin(ctx.actor);
  const names = parseInput(addCategorySchema, input);
  await inTransaction(ctx, async (tx) => {
    const last = await tx.db.category.aggregate({ _max: { sortOrder: true } });
    const { id } = await tx.db.category.create({
      data: { ...names, sortOrder: (last._max.sortOrder ?? 0) + 1 },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      adminId,
      action: 'category.added',
      target: { type: 'category', id: String(id) },
      detail: names,
    });
  });
}

/** Gives a category other names, and another drawing; its slug, which stands in addresses, stays. @throws NOT_FOUND, INVALID, CONFLICT */
export async function renameCategory(
  ctx: ServiceContext,
  input: z.input<typeof renameCategorySchema>,
): Promise<void> {
  const { id: adminId } = requireAdmin(ctx.actor);
  const { categoryId, icon, ...names } = parseInput(renameCategorySchema, input);
  await inTransaction(ctx, async (tx) => {
    const before = await tx.db.category.findUnique({
      where: { id: categoryId },
      select: { name: true, nameEn: true },
    });
    if (!before) throw new DomainError('NOT_FOUND', 'notFound');
    const data = { ...names, ...(icon && { icon }) };
    await tx.db.category.update({ where: { id: categoryId }, data, select: { id: true } });
    await writeAudit(tx, ctx, {
      adminId,
      action: 'category.renamed',
      target: { type: 'category', id: String(categoryId) },
      detail: { from: `${before.name} / ${before.nameEn}`, to: `${names.name} / ${names.nameEn}` },
    });
  });
}

/** Moves a category one place up (-1) or down (1); at the end it stays. @throws NOT_FOUND, INVALID */
export async function moveCategory(
  ctx: ServiceContext,
  input: z.input<typeof moveCategorySchema>,
): Promise<void> {
  const { id: adminId } = requireAdmin(ctx.actor);
  const { categoryId, by } = parseInput(moveCategorySchema, input);
  await inTransaction(ctx, async (tx) => {
    const order = await tx.db.$queryRaw<{ id: number }[]>`
      SELECT "id" FROM "Category" ORDER BY "sortOrder", "id" FOR UPDATE`;
    const ids = order.map(({ id }) => id);
    const from = ids.indexOf(categoryId);
    const other = ids[from + by];
    if (from < 0) throw new DomainError('NOT_FOUND', 'notFound');
    if (other === undefined) return;
    ids[from] = other;
    ids[from + by] = categoryId;
    await tx.db.$executeRaw`
      UPDATE "Category" SET "sortOrder" = place."index" - 1
      FROM unnest(${ids}::int[]) WITH ORDINALITY AS place("id", "index")
      WHERE "Category"."id" = place."id" AND "Category"."sortOrder" <> place."index" - 1`;
    await writeAudit(tx, ctx, {
      adminId,
      action: 'category.moved',
      target: { type: 'category', id: String(categoryId) },
      detail: { by },
    });
  });
}

/** Retires a category (items keep it, new ones cannot have it) or brings it back. @throws NOT_FOUND, INVALID */
export async function retireCategory(
  ctx: ServiceContext,
  input: z.input<typeof retireCategorySchema>,
): Promise<void> {
  const { id: adminId } = requireAdmin(ctx.actor);
  const { categoryId, isRetired, adminPassword } = parseInput(retireCategorySchema, input);
  await confirmPassword(ctx, adminId, adminPassword);
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.category.updateMany({
      where: { id: categoryId },
      data: { retiredAt: isRetired ? ctx.now() : null },
    });
    if (count === 0) throw new DomainError('NOT_FOUND', 'notFound');
    await writeAudit(tx, ctx, {
      adminId,
      action: isRetired ? 'category.retired' : 'category.returned',
      target: { type: 'category', id: String(categoryId) },
    });
  });
}
