import { emailSchema, nicknameSchema, passwordSchema } from '@/lib/features/auth/schemas';
import { sendMessageSchema } from '@/lib/features/chat/schemas';
import { createItemSchema } from '@/lib/features/items/schemas';
import { RENTAL_STATUSES } from '@/lib/features/rentals/rental-state';
import { moveRentalSchema } from '@/lib/features/rentals/schemas';
import { writeReviewSchema } from '@/lib/features/reviews/schemas';
import { buildDemo } from '@/prisma/seed/demo/build';
import { DEMO_PASSWORD, members } from '@/prisma/seed/demo/members';
import { drawPicture } from '@/prisma/seed/demo/pictures/draw-picture';
import { kinds, type PictureKind } from '@/prisma/seed/demo/pictures/kinds/all';
import { categories } from '@/prisma/seed/reference/categories';
import { provinces } from '@/prisma/seed/reference/regions';

const now = new Date('2026-11-23T03:17:42.123Z');
const demo = buildDemo(now);
const someId = '0191d6f0-0000-7000-8000-000000000000';
const rentals = demo.rooms.flatMap((room) => (room.rental ? [{ room, rental: room.rental }] : []));

describe('demo members', () => {
  it('are 12 whom the sign-up form would have taken, in 12 districts', () => {
    expect(members).toHaveLength(12);
    const codes = provinces.flatMap((province) => province.districts.map((district) => district.code));
    for (const member of members) {
      expect(nicknameSchema.parse(member.nickname)).toBe(member.nickname);
      expect(emailSchema.parse(member.email)).toBe(member.email);
      expect(codes).toContain(member.regionCode);
    }
    expect(passwordSchema.safeParse(DEMO_PASSWORD).success).toBe(true);
    expect(new Set(members.map((member) => member.regionCode)).size).toBe(12);
    expect(new Set(members.map((member) => member.nickname.toLowerCase())).size).toBe(12);
  });
});

describe('demo items', () => {
  it('are at least 260 distinct ones, 13 and more of each category', () => {
    expect(new Set(demo.items.map((item) => item.title)).size).toBeGreaterThanOrEqual(260);
    expect(new Set(demo.items.map((item) => item.body)).size).toBe(demo.items.length);
    for (const { slug } of categories) {
      expect(demo.items.filter((item) => item.category === slug).length).toBeGreaterThanOrEqual(13);
    }
    expect(new Set(demo.items.map((item) => item.regionCode)).size).toBe(12);
  });

  it('pass the form, unchanged', () => {
    for (const { section, title, body, priceWon, priceUnit, autoRelist } of demo.items) {
      const fields = { section, title, body, priceWon, priceUnit, autoRelist };
      const parsed = createItemSchema.parse({ ...fields, categoryId: 1, images: [], submissionId: someId });
      expect(parsed).toMatchObject(fields);
    }
  });

  it('show every way to ask for money, both sections, and few without a picture', () => {
    const offers = demo.items.filter((item) => item.section === 'OFFER');
    expect(demo.items.some((item) => item.priceWon === null)).toBe(true);
    expect(demo.items.some((item) => item.priceWon === 0)).toBe(true);
    expect(new Set(demo.items.map((item) => item.priceUnit)).size).toBe(3);
    expect(demo.items.length - offers.length).toBeGreaterThan(30);
    expect(offers.filter((item) => item.pictures.length === 0).length).toBeLessThan(25);
    expect(Math.max(...demo.items.map((item) => item.pictures.length))).toBeLessThanOrEqual(5);
  });

  it('were listed by people who were members then, and not in the future', () => {
    for (const item of demo.items) {
      const author = members.find((member) => member.key === item.author);
      const age = (now.getTime() - item.listedAt.getTime()) / 86_400_000;
      expect(age).toBeGreaterThan(0);
      expect(age).toBeLessThan(author?.joinedDaysAgo ?? 0);
    }
  });
});

describe('demo rooms', () => {
  it('tell at least 14 arrangements of 4 to 40 messages that may be sent', () => {
    expect(demo.rooms.length).toBeGreaterThanOrEqual(14);
    for (const room of demo.rooms) {
      expect(room.messages.length).toBeGreaterThanOrEqual(4);
      expect(room.messages.length).toBeLessThanOrEqual(40);
      expect(room.author).not.toBe(room.inquirer);
      for (const { seq, body } of room.messages) {
        const sent = { roomId: room.id, clientId: `demo-${seq}`, body };
        expect(sendMessageSchema.parse(sent).body).toBe(body);
      }
    }
  });

  it('are in the order of time, none in the future, none before the item was listed', () => {
    for (const room of demo.rooms) {
      const times = room.messages.map((message) => message.at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.at(-1)).toBeLessThanOrEqual(now.getTime());
      expect(times[0]).toBeGreaterThan(room.item.listedAt.getTime());
    }
  });

  it('leave unread only what the other side wrote', () => {
    for (const room of demo.rooms) {
      for (const side of ['author', 'inquirer'] as const) {
        const unread = room.messages.filter((message) => message.seq > room.readSeq[side]);
        expect(unread.filter((message) => message.sender === room[side])).toEqual([]);
      }
    }
    expect(demo.rooms.filter((room) => room.readSeq.author < room.messages.length).length).toBeGreaterThan(3);
  });
});

describe('demo rentals', () => {
  it('are in every state', () => {
    expect(new Set(rentals.map(({ rental }) => rental.status))).toEqual(new Set(RENTAL_STATUSES));
  });

  it('lie around now as their state says', () => {
    for (const { rental } of rentals) {
      const [start, end] = [
        rental.startsAt.getTime() - now.getTime(),
        rental.endsAt.getTime() - now.getTime(),
      ];
      if (rental.status === 'ACTIVE') expect(start < 0 && end > 0).toBe(true);
      if (rental.status === 'ENDED') expect(end).toBeLessThan(0);
      if (rental.status === 'REQUESTED' || rental.status === 'ACCEPTED') expect(start).toBeGreaterThan(0);
      if (rental.status === 'REQUESTED') expect(rental.expiresAt.getTime()).toBeGreaterThan(now.getTime());
    }
  });

  it('never overlap on one item', () => {
    const taken = rentals.filter(({ rental }) => rental.status === 'ACTIVE' || rental.status === 'ACCEPTED');
    expect(new Set(taken.map(({ room }) => room.item.id)).size).toBe(taken.length);
  });

  it('were rejected and cancelled for reasons that the form would take', () => {
    for (const { rental } of rentals) {
      for (const { toStatus, reason } of rental.history) {
        if (toStatus === 'REJECTED' || toStatus === 'CANCELLED') expect(reason).toBeTruthy();
        if (reason) expect(moveRentalSchema.parse({ rentalId: someId, reason }).reason).toBe(reason);
      }
    }
  });

  it('have 25 reviews and more, one a person, after the end', () => {
    const reviews = rentals.flatMap(({ rental }) => rental.reviews);
    expect(reviews.length).toBeGreaterThanOrEqual(25);
    expect(new Set(reviews.map((review) => review.body)).size).toBe(reviews.length);
    expect(new Set(reviews.map((review) => review.stars)).size).toBeGreaterThanOrEqual(4);
    for (const { rental } of rentals) {
      expect(new Set(rental.reviews.map((review) => review.reviewer)).size).toBe(rental.reviews.length);
      for (const { stars, body, createdAt } of rental.reviews) {
        expect(writeReviewSchema.parse({ rentalId: someId, stars, body }).body).toBe(body);
        expect(createdAt.getTime()).toBeGreaterThanOrEqual(rental.endsAt.getTime());
      }
    }
  });

  it('fill the pages of the two demo accounts', () => {
    for (const key of ['lender', 'renter'] as const) {
      const own = rentals.filter(({ rental }) => rental.lender === key || rental.renter === key);
      const ongoing = own.filter(({ rental }) => ['REQUESTED', 'ACCEPTED', 'ACTIVE'].includes(rental.status));
      expect(ongoing.length).toBeGreaterThanOrEqual(3);
      expect(own.length - ongoing.length).toBeGreaterThanOrEqual(4);
      expect(demo.bookmarks.filter((bookmark) => bookmark.member === key).length).toBeGreaterThan(12);
    }
  });
});

describe('the demo data as a whole', () => {
  it('are the same for the same moment, whatever the moment', () => {
    expect(JSON.stringify(buildDemo(now))).toBe(JSON.stringify(demo));
    for (const moment of ['2027-02-28T15:00:00Z', '2028-02-29T14:59:59.999Z', '2026-12-31T23:30:00Z']) {
      expect(buildDemo(new Date(moment)).items).toHaveLength(demo.items.length);
    }
  });

  it('give every row its own id', () => {
    const ids = [
      ...demo.items.map((item) => item.id),
      ...demo.items.flatMap((item) => item.pictures.map((picture) => picture.imageId)),
      ...demo.rooms.map((room) => room.id),
      ...rentals.map(({ rental }) => rental.id),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('demo pictures', () => {
  it('are drawn the same each time, differ from view to view, and have no text in them', () => {
    const names = Object.keys(kinds) as PictureKind[];
    expect(names.length).toBeGreaterThanOrEqual(40);
    for (const kind of names) {
      const cover = drawPicture(kind, { seed: 'a', view: 0 });
      expect(cover).toBe(drawPicture(kind, { seed: 'a', view: 0 }));
      expect(cover).not.toBe(drawPicture(kind, { seed: 'a', view: 1 }));
      expect(cover).not.toMatch(/<text|NaN|undefined/);
    }
  });
});
