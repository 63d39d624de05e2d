import { getProfile } from '@/lib/features/users/server/get-profile';
import { getViewer } from '@/lib/features/users/server/get-viewer';
import { type MemberRow, memberJson, toMemberSummary } from '@/lib/features/users/server/member-summary';
import { setRegion } from '@/lib/features/users/server/set-region';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { createRentalRow } from '@/tests/factories/rental-rows';
import { countStatements } from '@/tests/support/count-statements';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const GONE = { status: 'WITHDRAWN', email: null, nickname: null, passwordHash: null } as const;

describe('the public profile', () => {
  const env = useTestEnv();

  it('2022 fault: a profile showed the full street address', async () => {
    const member = await createMember(env.db, { reviewCount: 2, starSum: 3 });
    await expect(getProfile(env.ctx(), { userId: member.id })).resolves.toEqual({
      id: member.id,
      nickname: member.nickname,
      avatarUrl: null,
      region: { code: '11680', name: '강남구', nameEn: expect.any(String) },
      score: 30,
      band: 'red',
      reviewCount: 2,
      createdAt: expect.stringMatching(/Z$/),
      isBlocked: false,
    });
  });

  it('2022 fault: a member without an address was a 500', async () => {
    const { id: userId } = await createMember(env.db, { regionCode: null });
    await expect(getProfile(env.ctx(), { userId })).resolves.toMatchObject({ region: null, score: null });
  });

  it('is not found for who has left, who never was, and for no id', async () => {
    const left = await createMember(env.db);
    await env.db.user.update({ where: { id: left.id }, data: { ...GONE, withdrawnAt: new Date() } });
    for (const userId of [left.id, '00000000-0000-7000-8000-00000000dead', 'x', '\0']) {
      expect(await refusalOf(getProfile(env.ctx(), { userId }))).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('of who has left leaves no name, picture or district anywhere', async () => {
    const member = await createMember(env.db);
    const image = {
      ownerId: member.id,
      width: 1,
      height: 1,
      originalBytes: 1,
      blurDataUrl: '',
      color: '#000',
    };
    const { id: avatarImageId } = await env.db.image.create({ data: image });
    const rows = () => env.db.$queryRaw<{ row: MemberRow }[]>`
      SELECT ${memberJson('member')} AS "row" FROM "User" member WHERE "id" = ${member.id}::uuid`;
    const read = async () => (await rows()).map(({ row }) => toMemberSummary(env.ctx(), row));
    await env.db.user.update({ where: { id: member.id }, data: { avatarImageId } });
    expect((await read())[0]?.avatarUrl).toBe(env.storage.publicUrl(`images/${avatarImageId}/320.webp`));
    await env.db.user.update({ where: { id: member.id }, data: { ...GONE, withdrawnAt: new Date() } });
    expect(await read()).toMatchObject([{ nickname: null, avatarUrl: null, region: null }]);
  });
});

describe('the viewer', () => {
  const env = useTestEnv();

  it('is nobody for a visitor, without a statement', async () => {
    await expect(getViewer(env.ctx())).resolves.toBeNull();
    await expect(countStatements(() => getViewer(env.ctx()))).resolves.toBe(0);
  });

  it('is told in two statements at most, with what is unread', async () => {
    const [member, other] = [await createMember(env.db), await createMember(env.db)];
    const item = await createItemRow(env.db, member);
    const { roomId } = await createRentalRow(env.db, item, other);
    await env.db.room.update({ where: { id: roomId }, data: { lastSeq: 5 } });
    await env.db.roomMember.create({ data: { roomId, userId: member.id, readSeq: 2 } });
    const alert = { userId: member.id, kind: 'MESSAGE', title: '전동드릴' } as const;
    await env.db.alert.createMany({ data: [alert, { ...alert, readAt: new Date() }] });
    const ctx = env.ctx(member);
    await expect(getViewer(ctx)).resolves.toEqual({
      id: member.id,
      nickname: member.nickname,
      avatarUrl: null,
      role: 'MEMBER',
      region: { code: '11680', name: '강남구', nameEn: expect.any(String), provinceCode: '11' },
      unreadAlerts: 1,
      unreadMessages: 3,
    });
    await expect(countStatements(() => getViewer(ctx))).resolves.toBeLessThanOrEqual(2);
  });
});

describe('setting one’s district', () => {
  const env = useTestEnv();

  it('moves the member and leaves their items where they were posted', async () => {
    const member = await createMember(env.db);
    const item = await createItemRow(env.db, member);
    await setRegion(env.ctx(member), { regionCode: '11440' });
    await expect(getProfile(env.ctx(), { userId: member.id })).resolves.toMatchObject({
      region: { code: '11440', name: '마포구' },
    });
    await expect(env.db.item.findUnique({ where: { id: item.id } })).resolves.toMatchObject({
      regionCode: '11680',
    });
  });

  it('refuses a visitor, and a district that does not exist', async () => {
    expect(await refusalOf(setRegion(env.ctx(), { regionCode: '11440' }))).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const ctx = env.ctx(await createMember(env.db));
    for (const regionCode of ['99999', '11', '', null]) {
      expect(await refusalOf(setRegion(ctx, { regionCode } as never))).toMatchObject({
        code: 'INVALID',
        fields: { regionCode: 'region.required' },
      });
    }
  });
});
