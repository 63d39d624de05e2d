import type { ServiceContext } from '@/lib/core/context';

/**
 * One transaction a rental: one that fails is logged and holds up no other.
 *
 * @param move whether it did anything
 */
export async function moveEach(
  ctx: ServiceContext,
  rentals: { id: string }[],
  move: (id: string) => Promise<boolean>,
): Promise<{ moved: number }> {
  let moved = 0;
  for (const { id } of rentals) {
    try {
      if (await move(id)) moved += 1;
    } catch (error) {
      ctx.logger.error({ err: error, requestId: ctx.requestId, rentalId: id }, 'a rental could not be moved');
    }
  }
  return { moved };
}
