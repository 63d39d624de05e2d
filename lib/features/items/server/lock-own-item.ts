import type { MemberActor } from '@/lib/core/actor';
import { DomainError } from '@/lib/core/errors';
import type { Tx } from '@/lib/db/transaction';
import type { ItemStatus, Section } from '@/lib/features/items/schemas';

export interface OwnItem {
  id: string;
  section: Section;
  categoryId: number;
  status: ItemStatus;
}

interface LockedRow extends OwnItem {
  authorId: string;
}

/**
 * The member's own item, locked until the transaction ends: whoever changes an item or its rentals waits here.
 *
 * @throws NOT_FOUND when there is none or it was deleted or hidden, FORBIDDEN when it is another's (everybody may know
 *   that it exists)
 */
export async function lockOwnItem(tx: Tx, member: MemberActor, itemId: string): Promise<OwnItem> {
  const [row] = await tx.db.$queryRaw<LockedRow[]>`
    SELECT "id", "authorId", "section", "categoryId", "status" FROM "Item"
    WHERE "id" = ${itemId}::uuid AND "deletedAt" IS NULL AND "hiddenAt" IS NULL
    FOR UPDATE`;
  if (!row) throw new DomainError('NOT_FOUND', 'notFound');
  const { authorId, ...item } = row;
  if (authorId !== member.id) throw new DomainError('FORBIDDEN', 'item.notAuthor');
  return item;
}
