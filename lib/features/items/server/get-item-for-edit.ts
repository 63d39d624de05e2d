import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import type { ItemIdInput } from '@/lib/features/items/schemas';
import type { ItemView } from '@/lib/features/items/views';
import { getItem } from './get-item';

/**
 * An item for its author's form.
 *
 * @throws UNAUTHENTICATED, NOT_FOUND, FORBIDDEN for everybody but the author
 */
export async function getItemForEdit(ctx: ServiceContext, input: ItemIdInput): Promise<ItemView> {
  requireMember(ctx.actor);
  const item = await getItem(ctx, input);
  if (!item.viewer.isAuthor) throw new DomainError('FORBIDDEN', 'item.notAuthor');
  return item;
}
