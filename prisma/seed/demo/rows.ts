import type { Prisma } from '@/lib/db/generated/client';
import type { Demo } from './build';
import type { DemoRoom } from './build-rooms';
import { demoId } from './demo-id';
import { type MemberKey, members } from './members';
import type { StoredPicture } from './store-pictures';

const DAY_MS = 86_400_000;

/** Rows of one table each, with their counters; nothing is left for the database to work out. */
export function toRows(demo: Demo, pictures: StoredPicture[], hashes: Partial<Record<MemberKey, string>>) {
  const { now, rooms } = demo;
  const reviews = rooms.flatMap((room) => room.rental?.reviews ?? []);
  const users: Prisma.UserCreateManyInput[] = members.map((member) => {
    const joinedAt = new Date(now.getTime() - member.joinedDaysAgo * DAY_MS);
    const received = reviews.filter((review) => review.reviewed === member.key);
    return {
      id: userId(member.key),
      email: member.email,
      emailVerifiedAt: joinedAt,
      passwordHash: hashes[member.key] ?? null,
      nickname: member.nickname,
      regionCode: member.regionCode,
      role: member.isAdmin ? 'ADMIN' : 'MEMBER',
      reviewCount: received.length,
      starSum: received.reduce((sum, review) => sum + review.stars, 0),
      createdAt: joinedAt,
      updatedAt: joinedAt,
    };
  });
  return { users, ...itemRows(demo, pictures), ...roomRows(rooms), ...rentalRows(rooms) };
}

function userId(key: MemberKey): string {
  return demoId(`member/${key}`, new Date('2025-06-01T00:00:00Z'));
}

function itemRows({ items, rooms, bookmarks }: Demo, pictures: StoredPicture[]) {
  const images: Prisma.ImageCreateManyInput[] = pictures.map(({ item, ...picture }) => ({
    ...picture,
    ownerId: userId(item.author),
    itemId: item.id,
    createdAt: item.listedAt,
  }));
  const itemsOf = (categoryIds: Map<string, number>): Prisma.ItemCreateManyInput[] =>
    items.map((item) => {
      const about = rooms.filter((room) => room.item.id === item.id);
      const active = about.find((room) => room.rental?.status === 'ACTIVE')?.rental;
      const isOver = !item.autoRelist && about.some((room) => room.rental?.status === 'ENDED');
      const cover = pictures.find((picture) => picture.item.id === item.id && picture.position === 0);
      return {
        id: item.id,
        authorId: userId(item.author),
        section: item.section,
        categoryId: categoryIds.get(item.category) ?? 0,
        regionCode: item.regionCode,
        title: item.title,
        body: item.body,
        priceWon: item.priceWon,
        priceUnit: item.priceUnit,
        status: active ? 'RENTED' : isOver ? 'CLOSED' : 'AVAILABLE',
        autoRelist: item.autoRelist,
        rentedUntil: active?.endsAt ?? null,
        coverImageId: cover?.id ?? null,
        coverBlur: cover?.blurDataUrl ?? null,
        coverColor: cover?.color ?? null,
        imageCount: item.pictures.length,
        bookmarkCount: bookmarks.filter((bookmark) => bookmark.itemId === item.id).length,
        inquiryCount: about.length,
        listedAt: item.listedAt,
        createdAt: item.listedAt,
        updatedAt: item.listedAt,
      };
    });
  const marks: Prisma.BookmarkCreateManyInput[] = bookmarks.map(({ member, itemId, createdAt }) => ({
    userId: userId(member),
    itemId,
    createdAt,
  }));
  return { images, itemsOf, bookmarks: marks };
}

function roomRows(demoRooms: DemoRoom[]) {
  const rooms: Prisma.RoomCreateManyInput[] = demoRooms.map((room) => {
    const last = room.messages.at(-1);
    return {
      id: room.id,
      itemId: room.item.id,
      authorId: userId(room.author),
      inquirerId: userId(room.inquirer),
      lastSeq: room.messages.length,
      lastMessageAt: room.lastMessageAt,
      lastKind: last?.event ? 'EVENT' : 'TEXT',
      lastBody: last?.body ?? null,
      lastEvent: last?.event ? { ...last.event } : undefined,
      lastSenderId: last?.sender ? userId(last.sender) : null,
      createdAt: room.createdAt,
    };
  });
  const roomMembers: Prisma.RoomMemberCreateManyInput[] = demoRooms.flatMap((room) =>
    (['author', 'inquirer'] as const).map((side) => ({
      roomId: room.id,
      userId: userId(room[side]),
      readSeq: room.readSeq[side],
      lastMessageAt: room.lastMessageAt,
    })),
  );
  const messages: Prisma.MessageCreateManyInput[] = demoRooms.flatMap((room) =>
    room.messages.map(({ seq, sender, at, event, body }) => ({
      id: demoId(`message/${room.id}/${seq}`, at),
      roomId: room.id,
      seq,
      senderId: sender && userId(sender),
      clientId: `${event ? 'event' : 'demo'}-${seq}`,
      kind: event ? 'EVENT' : 'TEXT',
      body,
      event: event ? { ...event } : undefined,
      createdAt: at,
    })),
  );
  return { rooms, roomMembers, messages, alerts: demoRooms.flatMap(alertsOf) };
}

/** One alert for each event to whoever did not cause it, and for each message not read yet. */
function alertsOf(room: DemoRoom): Prisma.AlertCreateManyInput[] {
  return room.messages.flatMap(({ seq, sender, at, event }) =>
    (['author', 'inquirer'] as const).flatMap((side): Prisma.AlertCreateManyInput[] => {
      const isUnread = seq > room.readSeq[side];
      if (room[side] === sender || (!event && !isUnread)) return [];
      const alert = {
        id: demoId(`alert/${room.id}/${seq}/${side}`, at),
        userId: userId(room[side]),
        kind: event ? kindOf(event.type) : 'MESSAGE',
        senderId: sender && userId(sender),
        roomId: room.id,
        itemId: room.item.id,
        rentalId: event ? event.rentalId : null,
        title: room.item.title,
        readAt: isUnread ? null : at,
        createdAt: at,
      } as const;
      return [alert];
    }),
  );
}

function kindOf(type: NonNullable<DemoRoom['messages'][number]['event']>['type']) {
  return type === 'REVIEW_WRITTEN' ? 'REVIEW_RECEIVED' : type;
}

function rentalRows(demoRooms: DemoRoom[]) {
  const told = demoRooms.flatMap((room) => (room.rental ? [{ room, rental: room.rental }] : []));
  const rentals: Prisma.RentalCreateManyInput[] = told.map(({ room, rental }) => {
    const { history: _, reviews: __, lender, renter, ...row } = rental;
    return {
      ...row,
      itemId: room.item.id,
      roomId: room.id,
      authorId: userId(room.author),
      inquirerId: userId(room.inquirer),
      lenderId: userId(lender),
      renterId: userId(renter),
    };
  });
  const rentalEvents: Prisma.RentalEventCreateManyInput[] = told.flatMap(({ rental }) =>
    rental.history.map(({ actor, ...change }) => ({
      ...change,
      id: demoId(`change/${rental.id}/${change.toStatus}`, change.createdAt),
      rentalId: rental.id,
      actorId: actor && userId(actor),
    })),
  );
  const reviews: Prisma.ReviewCreateManyInput[] = told.flatMap(({ room, rental }) =>
    rental.reviews.map(({ reviewer, reviewed, ...review }) => ({
      ...review,
      id: demoId(`review/${rental.id}/${reviewer}`, review.createdAt),
      rentalId: rental.id,
      itemId: room.item.id,
      reviewerId: userId(reviewer),
      reviewedId: userId(reviewed),
    })),
  );
  return { rentals, rentalEvents, reviews };
}
