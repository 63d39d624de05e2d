import { randomUUID } from 'node:crypto';
import { writeFeedback } from '@/lib/features/feedback/server/write-feedback';
import { createMember } from '@/tests/factories/people';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const words = { title: '검색이 빨라요', body: '덕분에 드릴을 금방 찾았어요' };

describe('feedback', () => {
  const env = useTestEnv();

  it('is kept with who wrote it', async () => {
    const member = await createMember(env.db);
    const { feedbackId } = await writeFeedback(env.ctx(member), words);
    await expect(env.db.feedback.findUniqueOrThrow({ where: { id: feedbackId } })).resolves.toMatchObject({
      ...words,
      userId: member.id,
      status: 'OPEN',
    });
  });

  it('of a form that was sent twice is written once', async () => {
    const member = await createMember(env.db);
    const submissionId = randomUUID();
    const answers = await Promise.all(
      [1, 2, 3].map(() => writeFeedback(env.ctx(member), { ...words, submissionId })),
    );
    expect(new Set(answers.map(({ feedbackId }) => feedbackId)).size).toBe(1);
    await expect(env.db.feedback.count({ where: { userId: member.id } })).resolves.toBe(1);
  });

  it('is not another one under the id of the first', async () => {
    const member = await createMember(env.db);
    const submissionId = randomUUID();
    const { feedbackId } = await writeFeedback(env.ctx(member), { ...words, submissionId });
    const other = writeFeedback(env.ctx(member), { ...words, body: '느려요', submissionId });
    expect(await refusalOf(other)).toMatchObject({ code: 'CONFLICT', key: 'sentBefore' });
    await expect(env.db.feedback.findMany({ where: { userId: member.id } })).resolves.toMatchObject([
      { id: feedbackId, ...words },
    ]);
  });

  it('that was the last of a day is answered again', async () => {
    const member = await createMember(env.db);
    const ids = Array.from({ length: 20 }, () => randomUUID());
    const write = (submissionId: string) => writeFeedback(env.ctx(member), { ...words, submissionId });
    const answers = await Promise.all(ids.map(write));
    await expect(write(ids.at(-1) ?? '')).resolves.toEqual(answers.at(-1));
    expect(await refusalOf(write(randomUUID()))).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('is refused to visitors, without words, over its limits, and after 20 in a day', async () => {
    expect(await refusalOf(writeFeedback(env.ctx(), words))).toMatchObject({ code: 'UNAUTHENTICATED' });
    const member = await createMember(env.db);
    const send = (input: object) => refusalOf(writeFeedback(env.ctx(member), { ...words, ...input }));
    expect(await send({ title: ' ' })).toMatchObject({ fields: { title: 'feedback.title' } });
    expect(await send({ title: '가'.repeat(71) })).toMatchObject({ fields: { title: 'feedback.title' } });
    expect(await send({ body: '가'.repeat(513) })).toMatchObject({ fields: { body: 'feedback.body' } });
    for (let index = 0; index < 20; index += 1) await writeFeedback(env.ctx(member), words);
    expect(await send({})).toMatchObject({ code: 'RATE_LIMITED' });
    env.clock.advance(24 * 3_600_000 + 1);
    await expect(writeFeedback(env.ctx(member), words)).resolves.toBeTruthy();
  });
});
