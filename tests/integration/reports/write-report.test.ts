import { sendMessage } from '@/lib/features/chat/server/send-message';
import { deleteItem } from '@/lib/features/rentals/server/delete-item';
import { MAX_REPORT, REPORT_CATEGORIES } from '@/lib/features/reports/limits';
import { writeReport } from '@/lib/features/reports/server/write-report';
import { createMember } from '@/tests/factories/people';
import { createScene } from '@/tests/factories/scenes';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('reports', () => {
  const env = useTestEnv();

  it.each(REPORT_CATEGORIES)('of the kind %s are kept for the admins', async (category) => {
    const { item, stranger } = await createScene(env);
    const { reportId } = await writeReport(env.ctx(stranger), {
      itemId: item.id,
      category,
      text: '상세 내용',
    });
    await expect(env.db.report.findUniqueOrThrow({ where: { id: reportId } })).resolves.toMatchObject({
      reporterId: stranger.id,
      itemId: item.id,
      category,
      text: '상세 내용',
      status: 'OPEN',
    });
  });

  it('are written once a person an item, also in a race', async () => {
    const { item, stranger, inquirer } = await createScene(env);
    const report = () => writeReport(env.ctx(stranger), { itemId: item.id, category: 'FRAUD' });
    const outcomes = await Promise.allSettled([report(), report(), report(), report()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(report())).toMatchObject({ code: 'CONFLICT', key: 'report.already' });
    await writeReport(env.ctx(inquirer), { itemId: item.id, category: 'FRAUD' });
    await expect(env.db.report.count({ where: { itemId: item.id } })).resolves.toBe(2);
  });

  it('2022: are not taken without a login, and not of one’s own item', async () => {
    const { item, author } = await createScene(env);
    const input = { itemId: item.id, category: 'FRAUD' } as const;
    expect(await refusalOf(writeReport(env.ctx(), input))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await refusalOf(writeReport(env.ctx(author), input))).toMatchObject({ code: 'FORBIDDEN' });
    const homeless = { ...(await createMember(env.db)), regionCode: null };
    expect(await refusalOf(writeReport(env.ctx(homeless), input))).toMatchObject({ code: 'FORBIDDEN' });
    await expect(env.db.report.count({ where: { itemId: item.id } })).resolves.toBe(0);
  });

  it('say in words what is wrong when it is something else, and not more than 512 characters', async () => {
    const { item, stranger } = await createScene(env);
    const send = (input: object) =>
      refusalOf(writeReport(env.ctx(stranger), { itemId: item.id, category: 'OTHER', ...input }));
    expect(await send({})).toMatchObject({ fields: { text: 'report.textRequired' } });
    expect(await send({ text: ' \u200b ' })).toMatchObject({ fields: { text: 'report.textRequired' } });
    expect(await send({ text: '가'.repeat(MAX_REPORT + 1) })).toMatchObject({
      fields: { text: 'report.text' },
    });
    expect(await send({ category: 'SPAM' })).toMatchObject({ fields: { category: 'report.category' } });
  });

  it('of an item that is gone are not taken', async () => {
    const { item, author, stranger } = await createScene(env);
    await deleteItem(env.ctx(author), { itemId: item.id });
    expect(
      await refusalOf(writeReport(env.ctx(stranger), { itemId: item.id, category: 'FRAUD' })),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of a message are taken from the one it was written to, and from nobody else', async () => {
    const { item, author, inquirer, stranger, roomId } = await createScene(env);
    const said = await sendMessage(env.ctx(inquirer), { roomId, clientId: 'rude', body: '무례한 말' });
    const report = (actor: typeof author) =>
      writeReport(env.ctx(actor), { itemId: item.id, messageId: said.id, category: 'OTHER', text: '욕설' });
    expect(await refusalOf(report(stranger))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf(report(inquirer))).toMatchObject({ code: 'NOT_FOUND' });
    const { reportId } = await report(author);
    await expect(env.db.report.findUniqueOrThrow({ where: { id: reportId } })).resolves.toMatchObject({
      messageId: said.id,
    });
  });
});
