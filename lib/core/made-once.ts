import type { ServiceContext } from './context';
import { newId } from './new-id';

/**
 * Makes a thing under the id that its request names (`ctx.onceId`), or a new one: a request that comes again finds what
 * it made before, also when the answer was lost with the process that gave it.
 *
 * @param find the member's own thing of that id, or null
 * @param make makes it under that id
 * @throws what `make` throws when there is none
 */
export async function madeOnce<T>(
  ctx: ServiceContext,
  find: (id: string) => Promise<T | null>,
  make: (id: string) => Promise<T>,
): Promise<T> {
  const { onceId } = ctx;
  if (onceId === undefined) return make(newId(ctx.now()));
  const before = await find(onceId);
  if (before !== null) return before;
  try {
    return await make(onceId);
  } catch (error) {
    // Its twin may have been quicker by a moment.
    const made = await find(onceId);
    if (made !== null) return made;
    throw error;
  }
}
