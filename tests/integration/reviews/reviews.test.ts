import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { listItemReviews } from '@/lib/features/reviews/server/list-item-reviews';
import { listMemberReviews } from '@/lib/features/reviews/server/list-member-reviews';
import { writeReview } from '@/lib/features/reviews/server/write-review';
import { getProfile } from '@/lib/features/users/server/get-profile';
import { createEndedRental, createScene, periodFrom } from '@/tests/factories/scenes';
import { countStatements } from '@/tests/support/count-statements';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('reviews', () => {
  const env = useTestEnv();

  it('of both sides move both scores, tell the other in room and alert, and show where they belong', async () => {
    const { author, inquirer, item, roomId, rental } = await createEndedRental(env);
    const review = { rentalId: rental.id, body: '깨끗하게 잘 썼어요' };
    env.events.length = 0;
    const written = await writeReview(env.ctx(inquirer), { ...review, stars: 4 });
    expect(written).toMatchObject({
      stars: 4,
      reviewer: { id: inquirer.id },
      item: { id: item.id, isGone: false },
    });
    expect(env.events.map(({ type }) => type)).toEqual(['message.stored', 'alert.created']);
    expect(env.events[1]).toMatchObject({ userId: author.id, alert: { kind: 'REVIEW_RECEIVED', roomId } });
    await writeReview(env.ctx(author), { ...review, stars: 1 });
    const scores = await Promise.all(
      [author, inquirer].map(({ id: userId }) => getProfile(env.ctx(), { userId })),
    );
    expect(scores.map(({ score, band }) => [score, band])).toEqual([
      [80, 'green'],
      [20, 'red'],
    ]);
    const onItem = await listItemReviews(env.ctx(), { itemId: item.id });
    expect(onItem.data.map(({ id }) => id)).toEqual([written.id]);
    const onMember = await listMemberReviews(env.ctx(), { userId: inquirer.id });
    expect(onMember.data).toMatchObject([
      { stars: 1, rental: { startsAt: rental.startsAt, endsAt: rental.endsAt } },
    ]);
  });

  it('2022 fault: reviews without a rental moved the owner’s score', async () => {
    const { author, inquirer, stranger, rental } = await createEndedRental(env);
    const input = { rentalId: rental.id, stars: 1, body: '몰라요' };
    expect(await refusalOf(writeReview(env.ctx(stranger), input))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf(writeReview(env.ctx(), input))).toMatchObject({ code: 'UNAUTHENTICATED' });
    const scene = await createScene(env);
    const open = await requestRental(env.ctx(scene.inquirer), {
      roomId: scene.roomId,
      ...periodFrom(env, 0),
    });
    const early = writeReview(env.ctx(scene.inquirer), { ...input, rentalId: open.id });
    expect(await refusalOf(early)).toMatchObject({ code: 'CONFLICT', key: 'review.notEnded' });
    for (const { id: userId } of [author, inquirer, scene.author]) {
      expect((await getProfile(env.ctx(), { userId })).score).toBeNull();
    }
  });

  it.each([
    ['2022 fault: a rating of 100000', 100_000],
    ['0', 0],
    ['half a star', 4.5],
    ['text', '5'],
    ['nothing', undefined],
  ])('with the stars %s are refused at the field', async (_name, stars) => {
    const { author, inquirer, rental } = await createEndedRental(env);
    const review = writeReview(env.ctx(inquirer), {
      rentalId: rental.id,
      stars: stars as number,
      body: '좋아요',
    });
    expect(await refusalOf(review)).toMatchObject({ code: 'INVALID', fields: { stars: 'review.stars' } });
    expect((await getProfile(env.ctx(), { userId: author.id })).score).toBeNull();
  });

  it('2022 fault: repeated reviews moved the score', async () => {
    const { author, inquirer, rental } = await createEndedRental(env);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        writeReview(env.ctx(inquirer), { rentalId: rental.id, stars: 5, body: '최고예요' }),
      ),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(9);
    for (const { reason } of refused)
      expect(reason).toMatchObject({ code: 'CONFLICT', reason: { key: 'review.already' } });
    const row = await env.db.user.findUniqueOrThrow({ where: { id: author.id } });
    expect(row).toMatchObject({ reviewCount: 1, starSum: 5 });
    expect(await env.db.alert.count({ where: { kind: 'REVIEW_RECEIVED', userId: author.id } })).toBe(1);
  });

  it('of one who has left stay; one who has left receives none', async () => {
    const { author, inquirer, item, rental } = await createEndedRental(env);
    const input = { rentalId: rental.id, stars: 5, body: '좋아요' };
    await writeReview(env.ctx(inquirer), input);
    const gone = { email: null, nickname: null, passwordHash: null, withdrawnAt: new Date() };
    await env.db.user.update({ where: { id: inquirer.id }, data: { status: 'WITHDRAWN', ...gone } });
    const { data } = await listItemReviews(env.ctx(), { itemId: item.id });
    expect(data).toMatchObject([{ reviewer: { nickname: null, avatarUrl: null } }]);
    expect(await refusalOf(writeReview(env.ctx(author), input))).toMatchObject({ key: 'review.memberLeft' });
  });

  it('come in pages of one statement each', async () => {
    const { inquirer, item, rental } = await createEndedRental(env);
    await writeReview(env.ctx(inquirer), { rentalId: rental.id, stars: 5, body: '좋아요' });
    expect(await countStatements(() => listItemReviews(env.ctx(), { itemId: item.id }))).toBe(1);
    expect(await countStatements(() => listMemberReviews(env.ctx(), { userId: inquirer.id }))).toBe(1);
    expect(await refusalOf(listItemReviews(env.ctx(), { itemId: 'x' }))).toMatchObject({ code: 'INVALID' });
  });
});
