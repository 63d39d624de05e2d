import { randomUUID } from 'node:crypto';
import type { MemberActor } from '@/lib/core/actor';
import type { Db } from '@/lib/db/client';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import type { RentalStatus } from '@/lib/features/rentals/rental-state';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';

/** Every kind of person (PRODUCT.md 2), in the order of the tables' columns. */
export const PERSONS = [
  'visitor',
  'homeless',
  'stranger',
  'inquirer',
  'author',
  'lender',
  'renter',
  'admin',
  'suspended',
  'withdrawn',
] as const;
export type Person = (typeof PERSONS)[number];

export interface Setup {
  /** the inquirer's rental of the item, in this state */
  rental?: RentalStatus;
  itemStatus?: 'AVAILABLE' | 'RENTED' | 'CLOSED';
  /** a report of somebody else about the item, claimed by the person or not */
  report?: 'OPEN' | 'CLAIMED';
}

export interface AccessScene {
  /** who acts; null for a visitor. Suspended and withdrawn ones have what let them in before */
  actor: MemberActor | null;
  author: MemberActor;
  inquirer: MemberActor;
  itemId: string;
  roomId: string;
  rentalId: string;
  messageId: string;
  /** an alert of the author's */
  alertId: string;
  reportId: string;
  feedbackId: string;
  categoryId: number;
  period: { startsAt: string; endsAt: string };
}

export const ADMIN_PASSWORD = 'Admin!2345';
let hashOfAdmin: Promise<string> | undefined;

function adminHash(): Promise<string> {
  hashOfAdmin ??= hashPassword(ADMIN_PASSWORD);
  return hashOfAdmin;
}

const DAY_MS = 24 * 3_600_000;

/**
 * A world for one cell of a table: an item, its author, an inquirer with a room and a message, and the person who acts.
 * Author and inquirer are those of an OFFER (the author lends); lender and renter those of a WANTED (the inquirer lends),
 * so that who wrote the item and who lends it are told apart.
 */
export async function createAccessScene(
  db: Db,
  person: Person,
  { rental, itemStatus = 'AVAILABLE', report = 'OPEN' }: Setup,
  now: Date,
): Promise<AccessScene> {
  const isWanted = person === 'lender' || person === 'renter';
  const [author, inquirer] = await Promise.all([createNeighbour(db), createNeighbour(db)]);
  const section = isWanted ? 'WANTED' : 'OFFER';
  const isRunning = rental === 'ACTIVE';
  const status = isRunning ? 'RENTED' : itemStatus;
  const rentedUntil = isRunning ? new Date(now.getTime() + DAY_MS) : null;
  const item = await createItemRow(db, author, {
    section,
    status,
    rentedUntil,
    listedAt: LONG_AGO,
    createdAt: LONG_AGO,
  });
  const room = await createRoom(db, item.id, author, inquirer);
  const lender = isWanted ? inquirer : author;
  const renter = isWanted ? author : inquirer;
  const startsAt = new Date(now.getTime() + (isRunning || rental === 'ENDED' ? -DAY_MS : DAY_MS));
  const made =
    rental &&
    (await db.rental.create({
      data: {
        ...{ itemId: item.id, roomId: room.id, authorId: author.id, inquirerId: inquirer.id },
        ...{ lenderId: lender.id, renterId: renter.id, status: rental },
        ...{
          startsAt,
          endsAt: new Date(startsAt.getTime() + 2 * DAY_MS),
          expiresAt: new Date(now.getTime() + DAY_MS),
        },
        ...{ priceUnit: 'DAY', units: 2, unitPriceWon: 5_000, totalWon: 10_000 },
        ...(rental === 'ENDED' && { endedAt: now }),
      },
    }));
  const actor = await actorOf(db, person, author, inquirer);
  const reporter = await createNeighbour(db);
  const claimed = report === 'CLAIMED' && actor ? { status: report, claimedById: actor.id } : {};
  const filed = await db.report.create({
    data: { reporterId: reporter.id, itemId: item.id, category: 'FRAUD', createdAt: LONG_AGO, ...claimed },
  });
  const feedback = await db.feedback.create({
    data: { userId: reporter.id, title: '제목', body: '내용', createdAt: LONG_AGO },
  });
  return {
    actor,
    author,
    inquirer,
    itemId: item.id,
    roomId: room.id,
    rentalId: made?.id ?? randomUUID(),
    messageId: room.messageId,
    alertId: room.alertId,
    reportId: filed.id,
    feedbackId: feedback.id,
    categoryId: item.categoryId,
    period: {
      startsAt: new Date(now.getTime() + 10 * DAY_MS).toISOString(),
      endsAt: new Date(now.getTime() + 12 * DAY_MS).toISOString(),
    },
  };
}

/** Far from the districts of the browser tests, and at the end of every list: they share the product's database. */
const FAR_AWAY = '50130';
const LONG_AGO = new Date('2020-01-01T00:00:00.000Z');

function createNeighbour(db: Db, overrides: Parameters<typeof createMember>[1] = {}) {
  return createMember(db, { regionCode: FAR_AWAY, createdAt: LONG_AGO, ...overrides });
}

async function createRoom(db: Db, itemId: string, author: MemberActor, inquirer: MemberActor) {
  const room = await db.room.create({
    data: { itemId, authorId: author.id, inquirerId: inquirer.id, lastSeq: 1 },
  });
  await db.roomMember.createMany({
    data: [author, inquirer].map(({ id }) => ({ roomId: room.id, userId: id })),
  });
  const message = await db.message.create({
    data: { roomId: room.id, seq: 1, senderId: inquirer.id, clientId: randomUUID(), body: '안녕하세요' },
  });
  const alert = await db.alert.create({
    data: {
      userId: author.id,
      kind: 'MESSAGE',
      roomId: room.id,
      itemId,
      title: '새 메시지',
      senderId: inquirer.id,
    },
  });
  return { id: room.id, messageId: message.id, alertId: alert.id };
}

async function actorOf(
  db: Db,
  person: Person,
  author: MemberActor,
  inquirer: MemberActor,
): Promise<MemberActor | null> {
  switch (person) {
    case 'visitor':
      return null;
    case 'author':
    case 'renter':
      return author;
    case 'inquirer':
    case 'lender':
      return inquirer;
    case 'homeless':
      return createNeighbour(db, { regionCode: null });
    case 'stranger':
      return createNeighbour(db);
    case 'admin':
      return createNeighbour(db, {
        role: 'ADMIN',
        passwordHash: await adminHash(),
      });
    case 'suspended':
      return createNeighbour(db, { status: 'SUSPENDED', suspendedReason: '욕설' });
    case 'withdrawn': {
      const member = await createNeighbour(db);
      const gone = { email: null, nickname: null, passwordHash: null, withdrawnAt: new Date() };
      await db.user.update({ where: { id: member.id }, data: { status: 'WITHDRAWN', ...gone } });
      return member;
    }
  }
}

/** Tables that say whether anything was stored. Limits count every try. */
const WATCHED = [
  'User',
  'Account',
  'RefreshToken',
  'EmailToken',
  'Item',
  'Image',
  'Upload',
  'Bookmark',
  'Room',
  'RoomMember',
  'Message',
  'Rental',
  'RentalEvent',
  'Review',
  'Report',
  'Feedback',
  'Alert',
  'AuditLog',
  'Category',
] as const;

/** Differs after any row was added, changed or removed: a changed row has another transaction, a removed one is missing. */
export async function fingerprint(db: Db): Promise<string> {
  const parts = WATCHED.map(
    (table) =>
      `SELECT '${table}' AS t, count(*)::text AS n, coalesce(max(xmin::text::bigint), 0)::text AS x FROM "${table}"`,
  );
  const rows = await db.$queryRawUnsafe<{ t: string; n: string; x: string }[]>(parts.join(' UNION ALL '));
  return rows.map(({ t, n, x }) => `${t} ${n} ${x}`).join('\n');
}

/** The same for the rows of one scene: for a database in which others write as well (and move categories past the scene's). */
export async function fingerprintOf(db: Db, scene: AccessScene): Promise<string> {
  const rows = await rowsOf(db, scene);
  const texts = rows.map(({ table, row }) => `${table} ${JSON.stringify(row)}`);
  return texts.sort().join('\n');
}

/** Every row of a scene, whole but for the place of its category. */
export async function rowsOf(
  db: Db,
  { itemId, roomId, ...scene }: AccessScene,
): Promise<{ table: string; row: Record<string, unknown> }[]> {
  const people = [scene.actor, scene.author, scene.inquirer].flatMap((one) => (one ? [one.id] : []));
  const who = people.map((id) => `'${id}'`).join(', ');
  const parts = Object.entries({
    User: `"id" IN (${who})`,
    Account: `"userId" IN (${who})`,
    EmailToken: `"userId" IN (${who})`,
    RefreshToken: `"userId" IN (${who})`,
    Upload: `"userId" IN (${who})`,
    Alert: `"userId" IN (${who})`,
    Feedback: `"userId" IN (${who}) OR "id" = '${scene.feedbackId}'`,
    AuditLog: `"adminId" IN (${who})`,
    Item: `"id" = '${itemId}' OR "authorId" IN (${who})`,
    Bookmark: `"itemId" = '${itemId}'`,
    Room: `"itemId" = '${itemId}'`,
    RoomMember: `"roomId" = '${roomId}'`,
    Message: `"roomId" = '${roomId}'`,
    Rental: `"itemId" = '${itemId}'`,
    Review: `"rentalId" = '${scene.rentalId}'`,
    Report: `"itemId" = '${itemId}'`,
    Category: `"id" = ${scene.categoryId}`,
  }).map(
    ([table, where]) =>
      `SELECT '${table}' AS "table", to_jsonb(one) - 'sortOrder' AS "row" FROM "${table}" one WHERE ${where}`,
  );
  return db.$queryRawUnsafe(parts.join(' UNION ALL '));
}
