import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { createRequest, createScene, DAY_MS, HOUR_MS, periodFrom } from '@/tests/factories/scenes';
import { useTestEnv } from '@/tests/support/test-env';

const ITEMS = 20;
const RACERS = 50;
const LONGEST_MS = 2_000;

describe('2022 fault: two renters were accepted for overlapping days', () => {
  const env = useTestEnv();

  it(`${RACERS} racing accepts on each of ${ITEMS} items: one wins on each, the rest get CONFLICT, none waits for 2 s`, async () => {
    const author = await createMember(env.db);
    const inquirers = await Promise.all(Array.from({ length: RACERS }, () => createMember(env.db)));
    const times: number[] = [];
    const outcomes: string[] = [];
    for (let index = 0; index < ITEMS; index += 1) {
      const item = await createItemRow(env.db, author);
      const rentalIds = await requestByAll(item.id, author.id, inquirers);
      outcomes.push(...(await Promise.all(rentalIds.map((rentalId) => accept(rentalId)))));
    }
    async function accept(rentalId: string): Promise<string> {
      const begun = performance.now();
      const outcome = await acceptRental(env.ctx(author), { rentalId }).then(
        () => 'won',
        (error) => error.code,
      );
      times.push(performance.now() - begun);
      return outcome;
    }
    const slowest = Math.max(...times);
    console.info(`${ITEMS * RACERS} accepts, slowest ${Math.round(slowest)} ms`);
    expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(ITEMS);
    expect(outcomes.filter((outcome) => outcome === 'CONFLICT')).toHaveLength(ITEMS * (RACERS - 1));
    const booked = await env.db.rental.groupBy({
      by: ['itemId'],
      where: { status: 'ACCEPTED' },
      _count: true,
    });
    expect(booked).toHaveLength(ITEMS);
    expect(booked.every(({ _count }) => _count === 1)).toBe(true);
    expect(slowest).toBeLessThan(LONGEST_MS);
  });

  it('is refused by the database itself, whoever writes', async () => {
    const { author, inquirer, item } = await createScene(env);
    const other = await createMember(env.db);
    const [first = '', second = ''] = await requestByAll(item.id, author.id, [inquirer, other]);
    await env.db.rental.update({ where: { id: first }, data: { status: 'ACCEPTED' } });
    const late = env.db.rental.update({ where: { id: second }, data: { status: 'ACCEPTED' } });
    await expect(late).rejects.toThrow(/Rental_no_overlap/);
  });

  /** Requests that overlap pairwise, each of another inquirer, straight into the database. */
  async function requestByAll(itemId: string, authorId: string, inquirers: { id: string }[]) {
    const start = env.clock.now.getTime() + 3 * DAY_MS;
    return Promise.all(
      inquirers.map(async ({ id: inquirerId }, index) => {
        const people = { authorId, inquirerId };
        const roomId =
          (await env.db.room.findFirst({ where: { itemId, inquirerId } }))?.id ??
          (
            await env.db.room.create({
              data: {
                itemId,
                ...people,
                members: { create: [{ userId: authorId }, { userId: inquirerId }] },
              },
            })
          ).id;
        const startsAt = new Date(start + index * 10 * 60_000);
        const rental = await env.db.rental.create({
          data: {
            itemId,
            roomId,
            ...people,
            lenderId: authorId,
            renterId: inquirerId,
            startsAt,
            endsAt: new Date(startsAt.getTime() + DAY_MS),
            priceUnit: 'DAY',
            units: 1,
            unitPriceWon: 5_000,
            totalWon: 5_000,
            expiresAt: startsAt,
          },
        });
        return rental.id;
      }),
    );
  }
});

describe('neighbouring periods', () => {
  const env = useTestEnv();

  it('that touch without overlapping can both be booked', async () => {
    const { author, inquirer, item, roomId } = await createScene(env);
    const first = await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, DAY_MS, 2 * HOUR_MS) });
    const second = await createRequest(env, item.id, periodFrom(env, DAY_MS + 2 * HOUR_MS, HOUR_MS));
    const booked = await Promise.all(
      [first.id, second.rental.id].map((rentalId) => acceptRental(env.ctx(author), { rentalId })),
    );
    expect(booked.map(({ status }) => status)).toEqual(['ACCEPTED', 'ACCEPTED']);
  });
});
