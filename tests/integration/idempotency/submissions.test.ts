import { randomUUID } from 'node:crypto';
import type { MemberActor } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { writeReport } from '@/lib/features/reports/server/write-report';
import { writeReview } from '@/lib/features/reviews/server/write-review';
import { asOnce, type Submission } from '@/lib/next/once';
import { createEndedRental, createScene, DAY_MS, HOUR_MS, periodFrom } from '@/tests/factories/scenes';
import { refusalOf } from '@/tests/support/refusal';
import { type TestEnv, useTestEnv } from '@/tests/support/test-env';

interface Case {
  member: MemberActor;
  input: object;
  /** the same act, meant otherwise */
  other: object;
  stored(): Promise<number>;
  run(ctx: ServiceContext, input: Submission): Promise<unknown>;
}

async function rentalRequest(env: TestEnv): Promise<Case> {
  const { inquirer: member, roomId } = await createScene(env);
  const [input, other] = [DAY_MS, 2 * DAY_MS].map((from) => ({ roomId, ...periodFrom(env, from) }));
  const run = asOnce('requestRental', requestRental) as Case['run'];
  return {
    member,
    input: { ...input },
    other: { ...other },
    run,
    stored: () => env.db.rental.count({ where: { roomId } }),
  };
}

async function review(env: TestEnv): Promise<Case> {
  const { inquirer: member, rental } = await createEndedRental(env);
  const input = { rentalId: rental.id, stars: 4, body: '잘 썼어요' };
  const run = asOnce('writeReview', writeReview) as Case['run'];
  const stored = () => env.db.review.count({ where: { rentalId: rental.id } });
  return { member, input, other: { ...input, stars: 5 }, run, stored };
}

async function report(env: TestEnv): Promise<Case> {
  const { stranger: member, item } = await createScene(env);
  const input = { itemId: item.id, category: 'FRAUD' };
  const run = asOnce('writeReport', writeReport) as Case['run'];
  const stored = () => env.db.report.count({ where: { itemId: item.id } });
  return { member, input, other: { ...input, category: 'PROHIBITED' }, run, stored };
}

describe('what a page sends again, because it had no answer', () => {
  const env = useTestEnv();

  it.each([
    ['a rental request', rentalRequest],
    ['a review', review],
    ['a report', report],
  ])('%s: ten at once and one an hour later have one effect and one answer', async (_name, create) => {
    const { member, input, other, run, stored } = await create(env);
    const submissionId = randomUUID();
    const ask = (what: object) => run(env.ctx(member), { ...what, submissionId });
    const [first, ...rest] = await Promise.all(Array.from({ length: 10 }, () => ask(input)));
    expect(rest).toEqual(Array(9).fill(first));
    env.clock.now = new Date(env.clock.now.getTime() + HOUR_MS);
    expect(await ask(input)).toEqual(first);
    expect(await stored()).toBe(1);
    expect(await refusalOf(ask(other))).toMatchObject({ code: 'CONFLICT', key: 'sentBefore' });
    expect(await stored()).toBe(1);
  });

  it('another member’s id says nothing', async () => {
    const { member, input, run } = await report(env);
    const submissionId = randomUUID();
    await run(env.ctx(member), { ...input, submissionId });
    const { stranger } = await createScene(env);
    await run(env.ctx(stranger), { ...input, submissionId });
    expect(await env.db.report.count({ where: input })).toBe(2);
  });

  it('a refusal is not kept, and an id that is none is refused', async () => {
    const { member, input, run, stored } = await report(env);
    const submissionId = randomUUID();
    const wrong = run(env.ctx(member), { ...input, category: 'SPAM', submissionId } as Submission);
    expect(await refusalOf(wrong)).toMatchObject({ code: 'INVALID' });
    const none = run(env.ctx(member), { ...input, submissionId: 'x'.repeat(300) });
    expect(await refusalOf(none)).toMatchObject({ code: 'INVALID' });
    await run(env.ctx(member), { ...input, submissionId });
    expect(await stored()).toBe(1);
  });
});
