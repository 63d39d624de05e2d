import type { Db } from '@/lib/db/client';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import type { ObjectStorage } from '@/lib/storage/object-storage';
import { buildDemo } from './build';
import { DEMO_MARKER } from './marker';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type MemberKey } from './members';
import { renderPicture } from './pictures/render-picture';
import { toRows } from './rows';
import { storePictures } from './store-pictures';

export interface DemoParts {
  db: Db;
  storage: Pick<ObjectStorage, 'write'>;
  /** rentals, messages and listings lie around it */
  now: Date;
  /** takes an eighth of a second a picture; tests of other things draw less */
  render?: typeof renderPicture;
}

/**
 * Puts the demo data in, once: a marker in the same transaction tells that they are in. Killed in the middle it leaves
 * nothing in the database, and the next run writes the pictures to the same keys.
 *
 * @returns whether it put them in now
 */
export async function loadDemo({ db, storage, now, render = renderPicture }: DemoParts): Promise<boolean> {
  if (await db.marker.findUnique({ where: { key: DEMO_MARKER } })) return false;
  const demo = buildDemo(now);
  const [pictures, hashes] = await Promise.all([storePictures(demo.items, storage, render), hashPasswords()]);
  await insert(db, toRows(demo, pictures, hashes));
  return true;
}

async function hashPasswords(): Promise<Partial<Record<MemberKey, string>>> {
  const entries = DEMO_ACCOUNTS.map(async (key) => [key, await hashPassword(DEMO_PASSWORD)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function insert(db: Db, rows: ReturnType<typeof toRows>) {
  const categories = await db.category.findMany({ select: { id: true, slug: true } });
  const categoryIds = new Map(categories.map(({ id, slug }) => [slug, id]));
  await db.$transaction([
    db.marker.create({ data: { key: DEMO_MARKER, value: { version: 1 } } }),
    db.user.createMany({ data: rows.users }),
    db.item.createMany({ data: rows.itemsOf(categoryIds) }),
    db.image.createMany({ data: rows.images }),
    db.bookmark.createMany({ data: rows.bookmarks }),
    db.room.createMany({ data: rows.rooms }),
    db.roomMember.createMany({ data: rows.roomMembers }),
    db.message.createMany({ data: rows.messages }),
    db.rental.createMany({ data: rows.rentals }),
    db.rentalEvent.createMany({ data: rows.rentalEvents }),
    db.review.createMany({ data: rows.reviews }),
    db.alert.createMany({ data: rows.alerts }),
  ]);
}
