import { randomUUID } from 'node:crypto';
import type { Prisma } from '@/lib/db/generated/client';
import type { CrowdPlan } from './crowd';
import { DAY_MS } from './scenes';

export type CrowdTalk = ReturnType<typeof crowdRooms>;

/**
 * A room with each of the others about the first item, nothing of it read: in the first room as many messages, in the
 * others one. In each room an ended rental with a review of its lender, and an open request.
 */
export function crowdRooms(plan: CrowdPlan, items: { id: string }[]) {
  const { me, others, rows, now, mark } = plan;
  const itemId = items[0]?.id ?? '';
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
  const rooms = others.map((inquirerId, index) => ({
    ...{ id: randomUUID(), itemId, authorId: me.id, inquirerId },
    lastSeq: index === 0 ? rows : 1,
    lastMessageAt: ago(index),
    lastKind: 'TEXT' as const,
    lastBody: mark(index),
    lastSenderId: inquirerId,
  }));
  const roomMembers: Prisma.RoomMemberCreateManyInput[] = rooms.flatMap((room) =>
    [me.id, room.inquirerId].map((userId) => ({
      ...{ roomId: room.id, userId, lastMessageAt: room.lastMessageAt },
    })),
  );
  const messages = rooms.flatMap((room) =>
    Array.from({ length: room.lastSeq }, (_, index) => ({
      ...{ id: randomUUID(), roomId: room.id, seq: index + 1, senderId: room.inquirerId },
      ...{ clientId: `crowd-${index}`, body: mark(index), createdAt: ago(rows - index) },
    })),
  );
  const rentals = rooms.flatMap((room, index) =>
    (['ENDED', 'REQUESTED'] as const).map((status) => ({
      ...rentalRow(plan, room, status),
      updatedAt: ago(index),
    })),
  );
  return { rooms, roomMembers, messages, rentals, ...reactions(plan, rentals) };
}

interface RoomRow {
  id: string;
  itemId: string;
  inquirerId: string;
}

function rentalRow({ me, now }: CrowdPlan, room: RoomRow, status: 'ENDED' | 'REQUESTED') {
  const startsAt = new Date(now.getTime() + (status === 'ENDED' ? -3 : 3) * DAY_MS);
  return {
    ...{ id: randomUUID(), status, itemId: room.itemId, roomId: room.id },
    ...{ authorId: me.id, lenderId: me.id, inquirerId: room.inquirerId, renterId: room.inquirerId },
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + DAY_MS), expiresAt: startsAt },
    ...{ priceUnit: 'DAY' as const, units: 1, unitPriceWon: 5_000, totalWon: 5_000 },
  };
}

function reactions({ me, now, mark }: CrowdPlan, rentals: ReturnType<typeof rentalRow>[]) {
  const at = (index: number) => new Date(now.getTime() - index * 1_000);
  const ended = rentals.filter(({ status }) => status === 'ENDED');
  const requested = rentals.filter(({ status }) => status === 'REQUESTED');
  const reviews: Prisma.ReviewCreateManyInput[] = ended.map((rental, index) => ({
    ...{ rentalId: rental.id, itemId: rental.itemId, reviewerId: rental.renterId, reviewedId: me.id },
    ...{ stars: 5, body: mark(index), createdAt: at(index) },
  }));
  const alerts: Prisma.AlertCreateManyInput[] = requested.map((rental, index) => ({
    ...{ userId: me.id, kind: 'RENTAL_REQUESTED', senderId: rental.renterId, roomId: rental.roomId },
    ...{ itemId: rental.itemId, rentalId: rental.id, title: mark(index), createdAt: at(index) },
  }));
  return { reviews, alerts };
}
