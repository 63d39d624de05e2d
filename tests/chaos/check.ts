import type { Db } from '@/lib/db/client';
import type { Caller } from './caller';
import type { Talker } from './talk';
import type { Deals } from './trade';

/** What was acknowledged against what is stored and what each receiver saw. @returns sentences, none when all is well */
export async function checkTalk(
  db: Db,
  talkers: readonly Talker[],
  readers: readonly Caller[],
): Promise<string[]> {
  const faults: string[] = [];
  const roomIds = [...new Set(talkers.map(({ roomId }) => roomId))];
  const stored = await db.message.findMany({
    where: { roomId: { in: roomIds } },
    orderBy: [{ roomId: 'asc' }, { seq: 'asc' }],
  });
  const byId = new Map(stored.map((message) => [message.id, message]));
  for (const talker of talkers) {
    const where = `room ${talker.roomId.slice(-4)}, member ${talker.userId.slice(-4)}`;
    const thread = stored.filter(({ roomId }) => roomId === talker.roomId);
    const lost = talker.acknowledged.filter(({ id, seq, clientId, body }) => {
      const message = byId.get(id);
      return message?.seq !== seq || message.clientId !== clientId || message.body !== body;
    });
    if (lost.length > 0)
      faults.push(`${where}: ${lost.length} messages are not stored as they were acknowledged`);
    if (thread.some(({ seq }, index) => seq !== index + 1)) faults.push(`${where}: seq has gaps`);
    const mine = thread.filter(({ senderId }) => senderId === talker.userId).map(({ body }) => body);
    if (!same(mine, talker.written))
      faults.push(`${where}: wrote ${talker.written.length}, stored ${mine.length}, or in another order`);
    if (
      !same(
        talker.shown(),
        thread.map(({ id }) => id),
      )
    )
      faults.push(`${where}: shows another thread than is stored`);
    faults.push(...new Set(talker.faults.map((text) => `${where}: ${text}`)));
  }
  for (const reader of readers) {
    const mine = talkers.find(({ userId }) => userId === reader.member.id);
    if (!mine) continue;
    const thread = stored.filter(({ roomId }) => roomId === mine.roomId).map(({ id }) => id);
    const read = await readThread(reader, mine.roomId);
    if (!same(read, thread))
      faults.push(`room ${mine.roomId.slice(-4)}: the API reads another thread than is stored`);
  }
  return faults;
}

/** Page before page, each in the order in which it comes. */
async function readThread(reader: Caller, roomId: string): Promise<string[]> {
  const read: { id: string }[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await reader.insist('GET', `/api/v1/rooms/${roomId}/messages?limit=50${query}`);
    const page = answer.body as { data: typeof read; nextCursor: string | null };
    read.unshift(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return read.map(({ id }) => id);
}

export async function checkDeals(db: Db, deals: readonly Deals[]): Promise<string[]> {
  const faults = deals.flatMap(({ surprises }) => surprises.map((text) => `unexpected: ${text}`));
  for (const { items, titles, accepted, requested } of deals) {
    const rows = await db.item.findMany({
      where: { title: { in: titles } },
      select: { id: true, title: true },
    });
    if (new Set(rows.map(({ title }) => title)).size !== rows.length) faults.push('an item was posted twice');
    const known = new Set(rows.map(({ id }) => id));
    const lost = items.filter(({ itemId }) => !known.has(itemId));
    if (lost.length > 0) faults.push(`${lost.length} acknowledged items are not stored`);
    faults.push(...(await checkPictures(items)));
    faults.push(...(await checkRentals(db, accepted, requested)));
    faults.push(...(await checkRooms(db, accepted, requested)));
  }
  const [overlap] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM "Rental" a JOIN "Rental" b ON a."itemId" = b."itemId" AND a.id < b.id
    WHERE a.status IN ('ACCEPTED', 'ACTIVE') AND b.status IN ('ACCEPTED', 'ACTIVE')
      AND tstzrange(a."startsAt", a."endsAt") && tstzrange(b."startsAt", b."endsAt")`;
  if (overlap?.count !== 0n) faults.push('an item is let to two people at once');
  return faults;
}

async function checkPictures(items: Deals['items']): Promise<string[]> {
  const faults: string[] = [];
  for (const { imageUrl } of items) {
    if (!imageUrl) continue;
    const { status } = await fetch(imageUrl);
    if (status !== 200) faults.push(`a picture of an acknowledged item answers ${status}`);
  }
  return faults;
}

async function checkRentals(
  db: Db,
  accepted: Deals['accepted'],
  requested: Deals['requested'],
): Promise<string[]> {
  const faults: string[] = [];
  const rentals = await db.rental.findMany({
    where: { id: { in: requested.map(({ rentalId }) => rentalId) } },
    include: { history: true, alerts: true },
  });
  const known = new Map(rentals.map((rental) => [rental.id, rental]));
  if (known.size !== requested.length)
    faults.push(`${requested.length - known.size} acknowledged requests are not stored`);
  for (const rental of rentals) {
    const moves = rental.history.map(({ toStatus }) => toStatus);
    if (new Set(moves).size !== moves.length) faults.push(`rental ${rental.id}: history has a move twice`);
    const kinds = rental.alerts.map(({ kind }) => kind);
    if (new Set(kinds).size !== kinds.length) faults.push(`rental ${rental.id}: an alert came twice`);
    if (!kinds.includes('RENTAL_REQUESTED')) faults.push(`rental ${rental.id}: the lender was not told`);
  }
  for (const { rentalId } of accepted) {
    const rental = known.get(rentalId);
    if (rental?.status !== 'ACCEPTED' && rental?.status !== 'ACTIVE')
      faults.push(`an acknowledged acceptance is ${rental?.status ?? 'gone'}`);
    else if (!rental.alerts.some(({ kind }) => kind === 'RENTAL_ACCEPTED'))
      faults.push(`rental ${rentalId}: the renter was not told of the acceptance`);
  }
  return faults;
}

/** In each room one event for each change of its rental, numbered without a gap, for readers of the API as well. */
async function checkRooms(
  db: Db,
  accepted: Deals['accepted'],
  requested: Deals['requested'],
): Promise<string[]> {
  const faults: string[] = [];
  const won = new Set(accepted.map(({ rentalId }) => rentalId));
  for (const { rentalId, roomId, renter } of requested) {
    const thread = await db.message.findMany({ where: { roomId }, orderBy: { seq: 'asc' } });
    if (thread.some(({ seq }, index) => seq !== index + 1))
      faults.push(`room of rental ${rentalId}: seq has gaps`);
    const told = thread.map(({ body }) => body).join(', ');
    const expected = won.has(rentalId) ? 'RENTAL_REQUESTED, RENTAL_ACCEPTED' : 'RENTAL_REQUESTED';
    if (told !== expected) faults.push(`room of rental ${rentalId}: tells ${told} for ${expected}`);
    const read = await readThread(renter, roomId);
    if (
      !same(
        read,
        thread.map(({ id }) => id),
      )
    )
      faults.push(`room of rental ${rentalId}: the API reads another thread than is stored`);
  }
  return faults;
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, index) => one === b[index]);
