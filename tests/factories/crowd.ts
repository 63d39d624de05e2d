import { randomUUID } from 'node:crypto';
import type { MemberActor } from '@/lib/core/actor';
import type { Role } from '@/lib/db/generated/client';
import type { TestEnv } from '@/tests/support/test-env';
import { crowdDesk } from './crowd-desk';
import { crowdItems } from './crowd-items';
import { crowdRooms } from './crowd-rooms';
import { createMember } from './people';

export interface CrowdPlan {
  me: { id: string };
  /** ids of as many others */
  others: string[];
  rows: number;
  now: Date;
  categoryId: number;
  /** a text that no other row of its kind has */
  mark: (index: number) => string;
}

export interface CrowdOptions {
  /** of each kind */
  rows: number;
  /** by the clock of whoever will read them */
  now?: Date;
  role?: Role;
}

/** What `mark` makes, and the names of categories made of it: to be counted in an answer. */
export const MARK = /표본[a-z]\d+/g;
export const CATEGORY_MARK = /갈래[a-z]\d+/g;

let made = 0;

/**
 * A member with `rows` of everything that any list shows, with the counters that belong to them: own items, bookmarks,
 * rooms, messages, ongoing and closed rentals, reviews, alerts, and what an admin sees. Written in bulk, table by table.
 */
export async function createCrowd({ db, clock }: TestEnv, { rows, now = clock.now, role }: CrowdOptions) {
  const letter = String.fromCharCode(97 + (made++ % 26));
  const mark = (index: number) => `표본${letter}${index}`;
  const others = Array.from({ length: rows }, () => randomUUID());
  const me = await createMember(db, { reviewCount: rows, starSum: rows * 5, ...(role && { role }) });
  const category = await db.category.findFirstOrThrow({ orderBy: { sortOrder: 'asc' } });
  const plan: CrowdPlan = { me, others, rows, now, categoryId: category.id, mark };

  const { items, liked, images, bookmarks } = crowdItems(plan);
  const talk = crowdRooms(plan, items);
  const desk = crowdDesk(plan, { items, liked, talk });
  await db.$transaction([
    db.user.createMany({
      data: others.map((id, index) => ({
        ...{ id, nickname: mark(index), regionCode: '11680' },
        createdAt: new Date(now.getTime() - index * 60_000),
      })),
    }),
    db.item.createMany({ data: [...items, ...liked] }),
    db.image.createMany({ data: images }),
    db.bookmark.createMany({ data: bookmarks }),
    db.room.createMany({ data: talk.rooms }),
    db.roomMember.createMany({ data: talk.roomMembers }),
    db.message.createMany({ data: talk.messages }),
    db.rental.createMany({ data: talk.rentals }),
    db.review.createMany({ data: talk.reviews }),
    db.alert.createMany({ data: talk.alerts }),
    db.category.createMany({ data: desk.categories }),
    db.report.createMany({ data: desk.reports }),
    db.feedback.createMany({ data: desk.feedback }),
    db.auditLog.createMany({ data: desk.auditLogs }),
  ]);
  const [item, bookmarked, room] = [items[0]?.id ?? '', liked[0]?.id ?? '', talk.rooms[0]?.id ?? ''];
  const [requested, ended] = ['REQUESTED', 'ENDED'].map(
    (status) => talk.rentals.find((rental) => rental.status === status)?.id ?? '',
  );
  const place = { regionCode: '11680', role: 'MEMBER' } as const;
  const inquirer: MemberActor = { kind: 'member', id: others[0] ?? '', nickname: mark(0), ...place };
  return { me, inquirer, item, bookmarked, room, requested: requested ?? '', ended: ended ?? '', others };
}

export type Crowd = Awaited<ReturnType<typeof createCrowd>>;
