import type { MemberActor } from '@/lib/core/actor';
import {
  addCategory,
  listAllCategories,
  moveCategory,
  renameCategory,
  retireCategory,
} from '@/lib/features/admin/server/categories';
import { listFeedback, setFeedbackStatus } from '@/lib/features/admin/server/feedback';
import { getOverview } from '@/lib/features/admin/server/get-overview';
import { hideItem, listAllItems, restoreItem } from '@/lib/features/admin/server/items';
import { listAudit } from '@/lib/features/admin/server/list-audit';
import { liftSuspension, listMembers, suspendMember } from '@/lib/features/admin/server/members';
import { claimReport, listReports, resolveReport } from '@/lib/features/admin/server/reports';
import { setRole } from '@/lib/features/admin/server/set-role';
import { signOutMember } from '@/lib/features/admin/server/sign-out-member';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { resolveActor } from '@/lib/features/auth/server/resolve-actor';
import { verifyCredentials } from '@/lib/features/auth/server/verify-credentials';
import { sendMessage } from '@/lib/features/chat/server/send-message';
import { writeFeedback } from '@/lib/features/feedback/server/write-feedback';
import { getItem } from '@/lib/features/items/server/get-item';
import { listCategories } from '@/lib/features/items/server/list-categories';
import { listHiddenItems } from '@/lib/features/items/server/list-hidden-items';
import { writeReport } from '@/lib/features/reports/server/write-report';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { createScene } from '@/tests/factories/scenes';
import { countStatements } from '@/tests/support/count-statements';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const PASSWORD = 'Admin!2345';
const adminPassword = PASSWORD;
const ID = '00000000-0000-4000-8000-000000000000';

describe('admins', () => {
  const env = useTestEnv();
  let passwordHash: string;
  let admin: MemberActor;

  beforeAll(async () => {
    passwordHash = await hashPassword(PASSWORD);
  });
  beforeEach(async () => {
    admin = await createMember(env.db, { role: 'ADMIN', passwordHash });
  });
  const lastAct = async () => (await listAudit(env.ctx(admin), { limit: 1 })).data[0];

  it('are the only ones for whom any of it is there', async () => {
    const member = await createMember(env.db, { passwordHash });
    const reason = '이유';
    for (const actor of [{ kind: 'visitor' as const }, member, { kind: 'system' as const }]) {
      const ctx = env.ctx(actor);
      const acts = [
        getOverview(ctx),
        listMembers(ctx, {}),
        suspendMember(ctx, { memberId: ID, reason, adminPassword }),
        liftSuspension(ctx, { memberId: ID }),
        listAllItems(ctx, {}),
        hideItem(ctx, { itemId: ID, reason, adminPassword }),
        restoreItem(ctx, { itemId: ID }),
        listReports(ctx, { isOpen: true }),
        claimReport(ctx, { reportId: ID }),
        resolveReport(ctx, { reportId: ID, outcome: 'UPHELD', resolution: reason, adminPassword }),
        listFeedback(ctx, {}),
        setFeedbackStatus(ctx, { feedbackId: ID, isDone: true }),
        listAllCategories(ctx),
        addCategory(ctx, { name: '새 분류', nameEn: 'New', slug: 'new' }),
        renameCategory(ctx, { categoryId: 1, name: '새 분류', nameEn: 'New' }),
        moveCategory(ctx, { categoryId: 1, by: 1 }),
        retireCategory(ctx, { categoryId: 1, isRetired: true, adminPassword }),
        listAudit(ctx, {}),
      ];
      const codes = await Promise.all(acts.map(async (act) => (await refusalOf(act)).code));
      expect(new Set(codes)).toEqual(new Set(['NOT_FOUND']));
    }
    await expect(env.db.auditLog.count()).resolves.toBe(0);
  });

  it('are made and unmade by the command line only, which is written down', async () => {
    const member = await createMember(env.db, { email: 'next-admin@example.com' });
    const system = env.ctx({ kind: 'system' });
    const grant = { email: 'next-admin@example.com', role: 'ADMIN' as const };
    expect(await refusalOf(setRole(env.ctx(admin), grant))).toMatchObject({ code: 'FORBIDDEN' });
    await expect(setRole(system, grant)).resolves.toBe(true);
    await expect(setRole(system, grant)).resolves.toBe(false);
    expect(await lastAct()).toMatchObject({ action: 'role.granted', targetId: member.id, admin: null });
    expect(await refusalOf(setRole(system, { ...grant, email: 'nobody@example.com' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('end every session of a member from the command line only, and it is written down', async () => {
    const member = await createMember(env.db, { email: 'lost-phone@example.com' });
    const system = env.ctx({ kind: 'system' });
    const email = 'lost-phone@example.com';
    expect(await refusalOf(signOutMember(env.ctx(admin), { email }))).toMatchObject({ code: 'FORBIDDEN' });
    env.events.length = 0;
    await signOutMember(system, { email });
    expect(env.events).toEqual([{ type: 'sessions.ended', userId: member.id }]);
    await expect(resolveActor(env.db, { userId: member.id, sessionVersion: 1 })).resolves.toEqual({
      kind: 'visitor',
    });
    expect(await lastAct()).toMatchObject({ action: 'member.signedOut', targetId: member.id, admin: null });
    expect(await refusalOf(signOutMember(system, { email: 'nobody@example.com' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('suspend with a reason: sessions end, sign-in is refused, until it is lifted', async () => {
    const member = await createMember(env.db, { email: 'rude@example.com', passwordHash });
    env.events.length = 0;
    await suspendMember(env.ctx(admin), { memberId: member.id, reason: '욕설', adminPassword });
    expect(env.events).toEqual([{ type: 'sessions.ended', userId: member.id }]);
    await expect(resolveActor(env.db, { userId: member.id, sessionVersion: 1 })).resolves.toEqual({
      kind: 'visitor',
    });
    const signIn = () =>
      verifyCredentials(
        env.ctx(),
        { email: 'rude@example.com', password: PASSWORD },
        { address: '203.0.113.9' },
      );
    expect(await refusalOf(signIn())).toMatchObject({ code: 'FORBIDDEN', key: 'auth.suspendedBecause' });
    expect(await lastAct()).toMatchObject({
      action: 'member.suspended',
      admin: admin.nickname,
      targetId: member.id,
      detail: { reason: '욕설' },
    });
    const found = await listMembers(env.ctx(admin), { q: 'RUDE@' });
    expect(found.data).toMatchObject([{ id: member.id, status: 'SUSPENDED', suspendedReason: '욕설' }]);
    await liftSuspension(env.ctx(admin), { memberId: member.id });
    await expect(signIn()).resolves.toMatchObject({ userId: member.id });
    expect(await refusalOf(liftSuspension(env.ctx(admin), { memberId: member.id }))).toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('suspend neither themselves nor each other, and nothing without their password', async () => {
    const other = await createMember(env.db, { role: 'ADMIN', passwordHash });
    const member = await createMember(env.db);
    const suspend = (memberId: string, password: string) =>
      refusalOf(suspendMember(env.ctx(admin), { memberId, reason: '이유', adminPassword: password }));
    expect(await suspend(admin.id, PASSWORD)).toMatchObject({ code: 'CONFLICT' });
    expect(await suspend(other.id, PASSWORD)).toMatchObject({ code: 'CONFLICT' });
    expect(await suspend(member.id, 'wrong')).toMatchObject({
      fields: { adminPassword: 'admin.wrongPassword' },
    });
    expect(await suspend(member.id, '')).toMatchObject({ fields: { adminPassword: 'admin.password' } });
    await expect(resolveActor(env.db, { userId: member.id, sessionVersion: 1 })).resolves.toMatchObject({
      id: member.id,
    });
  });

  it('hide an item from everybody and restore it', async () => {
    const item = await createItemRow(env.db, await createMember(env.db));
    await hideItem(env.ctx(admin), { itemId: item.id, reason: '금지 물품', adminPassword });
    expect((await refusalOf(getItem(env.ctx(), { itemId: item.id }))).code).toBe('NOT_FOUND');
    const hidden = await listAllItems(env.ctx(admin), { q: item.title });
    expect(hidden.data.find(({ id }) => id === item.id)).toMatchObject({ isHidden: true });
    await restoreItem(env.ctx(admin), { itemId: item.id });
    await expect(getItem(env.ctx(), { itemId: item.id })).resolves.toMatchObject({ id: item.id });
    expect((await refusalOf(restoreItem(env.ctx(admin), { itemId: item.id }))).code).toBe('CONFLICT');
  });

  it('claim a report, one of them, and decide it; a chat is shown only around a reported message', async () => {
    const other = await createMember(env.db, { role: 'ADMIN', passwordHash });
    const { item, author, inquirer, stranger, roomId } = await createScene(env);
    await sendMessage(env.ctx(author), { roomId, clientId: 'a', body: '무례한 말' });
    const { reportId: aboutItem } = await writeReport(env.ctx(stranger), {
      itemId: item.id,
      category: 'FRAUD',
    });
    const message = await env.db.message.findFirstOrThrow({ where: { roomId } });
    const { reportId: aboutMessage } = await writeReport(env.ctx(inquirer), {
      ...{ itemId: item.id, messageId: message.id },
      ...{ category: 'OTHER' as const, text: '욕을 해요' },
    });
    const open = await listReports(env.ctx(admin), { isOpen: true });
    const byId = new Map(open.data.map((report) => [report.id, report]));
    expect(byId.get(aboutItem)?.excerpt).toBeNull();
    expect(byId.get(aboutMessage)?.excerpt).toMatchObject([{ body: '무례한 말', isReported: true }]);

    const claims = await Promise.allSettled(
      [admin, other].map((one) => claimReport(env.ctx(one), { reportId: aboutItem })),
    );
    expect(claims.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = claims[0]?.status === 'fulfilled' ? admin : other;
    const loser = winner === admin ? other : admin;
    const decision = {
      reportId: aboutItem,
      outcome: 'UPHELD' as const,
      resolution: '사진 도용',
      adminPassword,
    };
    expect((await refusalOf(resolveReport(env.ctx(loser), decision))).code).toBe('CONFLICT');
    await resolveReport(env.ctx(winner), decision);
    expect((await refusalOf(resolveReport(env.ctx(winner), decision))).code).toBe('CONFLICT');
    const decided = await listReports(env.ctx(admin), { isOpen: false });
    expect(decided.data.find(({ id }) => id === aboutItem)).toMatchObject({
      status: 'UPHELD',
      resolution: '사진 도용',
      author: { id: author.id, upheldBefore: 1 },
    });
  });

  it('uphold a report and, in the same step, hide the item and suspend its author; both read why', async () => {
    const { item, author, stranger } = await createScene(env);
    const { reportId } = await writeReport(env.ctx(stranger), { itemId: item.id, category: 'FRAUD' });
    await claimReport(env.ctx(admin), { reportId });
    const decision = { reportId, outcome: 'UPHELD' as const, resolution: '사진 도용', adminPassword };
    env.events.length = 0;
    await resolveReport(env.ctx(admin), { ...decision, hideItem: true, suspendAuthor: true });
    expect(await refusalOf(getItem(env.ctx(), { itemId: item.id }))).toMatchObject({ code: 'NOT_FOUND' });
    await expect(listHiddenItems(env.ctx(author))).resolves.toEqual([
      { id: item.id, title: item.title, reason: '사진 도용' },
    ]);
    await expect(listHiddenItems(env.ctx(stranger))).resolves.toEqual([]);
    const user = await env.db.user.findUniqueOrThrow({ where: { id: author.id } });
    expect(user).toMatchObject({ status: 'SUSPENDED', suspendedReason: '사진 도용' });
    expect(env.events).toEqual([{ type: 'sessions.ended', userId: author.id }]);
    const { data } = await listAudit(env.ctx(admin), { limit: 4 });
    expect(data.map(({ action }) => action).sort()).toEqual(
      ['item.hidden', 'member.suspended', 'report.claimed', 'report.upheld'].sort(),
    );
    await restoreItem(env.ctx(admin), { itemId: item.id });
    await expect(listHiddenItems(env.ctx(author))).resolves.toEqual([]);
  });

  it('suspend for a message whoever sent it, and decide nothing when that cannot be', async () => {
    const { item, author, inquirer, roomId } = await createScene(env);
    await sendMessage(env.ctx(inquirer), { roomId, clientId: 'a', body: '무례한 말' });
    const message = await env.db.message.findFirstOrThrow({ where: { roomId } });
    const { reportId } = await writeReport(env.ctx(author), {
      ...{ itemId: item.id, messageId: message.id, category: 'OTHER' as const, text: '욕을 해요' },
    });
    await claimReport(env.ctx(admin), { reportId });
    const decision = { reportId, outcome: 'UPHELD' as const, resolution: '욕설', adminPassword };
    await env.db.user.update({ where: { id: inquirer.id }, data: { role: 'ADMIN' } });
    const act = () => resolveReport(env.ctx(admin), { ...decision, suspendAuthor: true });
    expect(await refusalOf(act())).toMatchObject({ code: 'CONFLICT', key: 'admin.notAdmins' });
    expect((await env.db.report.findUniqueOrThrow({ where: { id: reportId } })).status).toBe('CLAIMED');
    await env.db.user.update({ where: { id: inquirer.id }, data: { role: 'MEMBER' } });
    await act();
    const statuses = await env.db.user.findMany({
      where: { id: { in: [author.id, inquirer.id] }, status: 'ACTIVE' },
    });
    expect(statuses.map(({ id }) => id)).toEqual([author.id]);
  });

  it('are never none: the only one stays', async () => {
    await env.db.user.updateMany({ where: { id: { not: admin.id } }, data: { role: 'MEMBER' } });
    const { email } = await env.db.user.findUniqueOrThrow({ where: { id: admin.id } });
    const revoke = () => setRole(env.ctx({ kind: 'system' }), { email: email ?? '', role: 'MEMBER' });
    expect(await refusalOf(revoke())).toMatchObject({ code: 'CONFLICT', key: 'account.lastAdmin' });
    await createMember(env.db, { role: 'ADMIN' });
    await expect(revoke()).resolves.toBe(true);
  });

  it('work off feedback', async () => {
    const { feedbackId } = await writeFeedback(env.ctx(await createMember(env.db)), {
      title: '제안',
      body: '지도',
    });
    await setFeedbackStatus(env.ctx(admin), { feedbackId, isDone: true });
    const { data } = await listFeedback(env.ctx(admin), {});
    expect(data.find(({ id }) => id === feedbackId)).toMatchObject({ isDone: true, title: '제안' });
  });

  it('keep the categories: what they add is offered at once, what they retire no longer', async () => {
    await addCategory(env.ctx(admin), { name: '등산', nameEn: 'Hiking', slug: 'hiking' });
    const added = (await listCategories(env.ctx())).at(-1);
    expect(added).toMatchObject({ slug: 'hiking', name: '등산' });
    const categoryId = added?.id ?? 0;
    await renameCategory(env.ctx(admin), { categoryId, name: '등산·하이킹', nameEn: 'Hiking' });
    const order = () =>
      env.db.$queryRaw<object[]>`SELECT "id", "sortOrder", xmin::text FROM "Category" ORDER BY "sortOrder"`;
    const before = await order();
    await moveCategory(env.ctx(admin), { categoryId, by: -1 });
    expect((await order()).slice(0, -2)).toEqual(before.slice(0, -2));
    expect((await listCategories(env.ctx())).at(-2)).toMatchObject({ name: '등산·하이킹' });
    await retireCategory(env.ctx(admin), { categoryId, isRetired: true, adminPassword });
    expect((await listCategories(env.ctx())).map(({ id }) => id)).not.toContain(categoryId);
    expect((await listAllCategories(env.ctx(admin))).find(({ id }) => id === categoryId)).toMatchObject({
      isRetired: true,
    });
    const again = addCategory(env.ctx(admin), { name: '다른 이름', nameEn: 'Other', slug: 'hiking' });
    expect((await refusalOf(again)).code).toBe('CONFLICT');
  });

  it('see what happened, by day and as a whole, in few statements', async () => {
    await createItemRow(env.db, await createMember(env.db), { createdAt: env.clock.now });
    const overview = await getOverview(env.ctx(admin));
    expect(overview.days).toHaveLength(30);
    expect(overview.days.at(-1)).toMatchObject({ day: '2026-11-23' });
    expect(overview.days.at(-1)?.items).toBeGreaterThan(0);
    expect(await countStatements(() => getOverview(env.ctx(admin)))).toBeLessThanOrEqual(4);
  });

  it.each(['UPDATE "AuditLog" SET "action" = \'x\'', 'DELETE FROM "AuditLog"', 'TRUNCATE "AuditLog"'])(
    'cannot take back what the audit log says (%s)',
    async (sql) => {
      await setFeedbackStatus(env.ctx(admin), {
        feedbackId: (await writeFeedback(env.ctx(admin), { title: '제목', body: '내용' })).feedbackId,
        isDone: true,
      });
      await expect(env.db.$executeRawUnsafe(sql)).rejects.toThrow(/append-only/);
    },
  );
});
