import { buildBookmarks } from './build-bookmarks';
import { buildItems } from './build-items';
import { buildRooms } from './build-rooms';

export type Demo = ReturnType<typeof buildDemo>;

/**
 * The demo data as a whole, without a database: the same `now` gives the same data, to the last id.
 *
 * @param now rentals, messages and listings lie around it
 */
export function buildDemo(now: Date) {
  const items = buildItems(now);
  return { now, items, rooms: buildRooms(items, now), bookmarks: buildBookmarks(items, now) };
}
