import type { MemberActor } from '@/lib/core/actor';
import type { Db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

const DAY_MS = 24 * 3_600_000;

/** A rental of an OFFER with its room, written straight to the database. */
export async function createRentalRow(
  db: Db,
  item: { id: string; authorId: string },
  inquirer: MemberActor,
  overrides: Partial<Prisma.RentalUncheckedCreateInput> = {},
) {
  const people = { authorId: item.authorId, inquirerId: inquirer.id };
  const room = await db.room.create({ data: { itemId: item.id, ...people } });
  const startsAt = new Date('2026-12-01T00:00:00.000Z');
  return db.rental.create({
    data: {
      ...people,
      itemId: item.id,
      roomId: room.id,
      lenderId: item.authorId,
      renterId: inquirer.id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * DAY_MS),
      priceUnit: 'DAY',
      units: 2,
      unitPriceWon: 5_000,
      totalWon: 10_000,
      expiresAt: startsAt,
      ...overrides,
    },
  });
}
