import { IMAGE_WIDTHS } from '@/lib/features/images/variants';
import { imageKey } from '@/lib/storage/keys';
import { loadDemo } from '@/prisma/seed/demo/load';
import { DEMO_MARKER } from '@/prisma/seed/demo/marker';
import { plainPictures } from '@/tests/factories/plain-pictures';
import { useTestEnv } from '../../support/test-env';

describe('loading the demo data', () => {
  const env = useTestEnv();
  const render = plainPictures();
  const load = () => loadDemo({ db: env.db, storage: env.storage, now: env.clock.now, render });
  /** Rows that break a rule that counters or copies keep. */
  const wrong = (sql: string) => env.db.$queryRawUnsafe<unknown[]>(sql);

  it('leaves nothing behind when it ends in the middle', async () => {
    const storage = { write: () => Promise.reject(new Error('the disk is full')) };
    await expect(loadDemo({ db: env.db, storage, now: env.clock.now, render })).rejects.toThrow(
      'the disk is full',
    );
    expect(await env.db.user.count()).toBe(0);
    expect(await env.db.marker.count({ where: { key: DEMO_MARKER } })).toBe(0);
  });

  it('puts everything in once', async () => {
    expect(await load()).toBe(true);
    expect(await load()).toBe(false);
    expect(await env.db.item.count()).toBeGreaterThanOrEqual(260);
  }, 60_000);

  it('stores each width of each picture', async () => {
    const images = await env.db.image.findMany({ take: 5, orderBy: { id: 'asc' } });
    for (const image of images) {
      for (const width of IMAGE_WIDTHS) {
        expect((await env.storage.head(imageKey(image.id, width)))?.contentType).toBe('image/webp');
      }
    }
  });

  it('keeps counters and copies as the product would have', async () => {
    expect(
      await wrong(`SELECT "title" FROM "Item" item
        WHERE "bookmarkCount" <> (SELECT count(*) FROM "Bookmark" WHERE "itemId" = item."id")
          OR "inquiryCount" <> (SELECT count(*) FROM "Room" WHERE "itemId" = item."id")
          OR "imageCount" <> (SELECT count(*) FROM "Image" WHERE "itemId" = item."id")
          OR "coverImageId" IS DISTINCT FROM
            (SELECT "id" FROM "Image" WHERE "itemId" = item."id" AND "position" = 0)
          OR "rentedUntil" IS DISTINCT FROM
            (SELECT "endsAt" FROM "Rental" WHERE "itemId" = item."id" AND "status" = 'ACTIVE')`),
    ).toEqual([]);
    expect(
      await wrong(`SELECT "nickname" FROM "User" member
        WHERE "reviewCount" <> (SELECT count(*) FROM "Review" WHERE "reviewedId" = member."id")
          OR "starSum" <> (SELECT coalesce(sum("stars"), 0) FROM "Review" WHERE "reviewedId" = member."id")`),
    ).toEqual([]);
    expect(
      await wrong(`SELECT room."id" FROM "Room" room JOIN "Message" last
          ON last."roomId" = room."id" AND last."seq" = room."lastSeq"
        WHERE room."lastSeq" <> (SELECT count(*) FROM "Message" WHERE "roomId" = room."id")
          OR last."body" <> room."lastBody" OR last."createdAt" <> room."lastMessageAt"
          OR last."event" IS DISTINCT FROM room."lastEvent"
          OR 2 <> (SELECT count(*) FROM "RoomMember" WHERE "roomId" = room."id"
            AND "lastMessageAt" = room."lastMessageAt" AND "readSeq" <= room."lastSeq")`),
    ).toEqual([]);
  });
});
