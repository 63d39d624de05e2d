import { changeAvatar } from '@/lib/features/account/server/change-avatar';
import { changeNickname } from '@/lib/features/account/server/change-nickname';
import { withdraw } from '@/lib/features/account/server/withdraw';
import { listAlerts } from '@/lib/features/alerts/server/list-alerts';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { resolveActor } from '@/lib/features/auth/server/resolve-actor';
import { signUp } from '@/lib/features/auth/server/sign-up';
import { setBookmark } from '@/lib/features/bookmarks/server/set-bookmark';
import { getRoom } from '@/lib/features/chat/server/get-room';
import { listMessages } from '@/lib/features/chat/server/list-messages';
import { listRooms } from '@/lib/features/chat/server/list-rooms';
import { sendMessage } from '@/lib/features/chat/server/send-message';
import { getItem } from '@/lib/features/items/server/get-item';
import { listItems } from '@/lib/features/items/server/list-items';
import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { listItemReviews } from '@/lib/features/reviews/server/list-item-reviews';
import { writeReview } from '@/lib/features/reviews/server/write-review';
import { getProfile } from '@/lib/features/users/server/get-profile';
import { setRegion } from '@/lib/features/users/server/set-region';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { createEndedRental, createScene, periodFrom } from '@/tests/factories/scenes';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const FROM = { address: '192.0.2.1', locale: 'ko' } as const;

describe('회원 탈퇴', () => {
  const env = useTestEnv();

  it('is for members only', async () => {
    expect(await refusalOf(withdraw(env.ctx()))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('takes personal data away, ends sessions, and frees e-mail and nickname at once', async () => {
    const member = await createMember(env.db, {
      email: 'leaver@example.com',
      nickname: '떠나는이',
      passwordHash: await hashPassword('Demo!2345'),
    });
    env.events.length = 0;
    await withdraw(env.ctx(member));
    expect(env.events).toContainEqual({ type: 'sessions.ended', userId: member.id });
    await expect(env.db.user.findUniqueOrThrow({ where: { id: member.id } })).resolves.toMatchObject({
      status: 'WITHDRAWN',
      email: null,
      nickname: null,
      passwordHash: null,
      regionCode: null,
      avatarImageId: null,
    });
    await expect(resolveActor(env.db, { userId: member.id, sessionVersion: 1 })).resolves.toEqual({
      kind: 'visitor',
    });
    await expect(resolveActor(env.db, { userId: member.id, sessionVersion: 2 })).resolves.toEqual({
      kind: 'visitor',
    });
    const again = { password: 'Demo!2345', passwordConfirm: 'Demo!2345', regionCode: '11680' };
    await expect(
      signUp(env.ctx(), { ...again, email: 'leaver@example.com', nickname: '떠나는이' }, FROM),
    ).resolves.toMatchObject({ userId: expect.not.stringMatching(member.id) });
    expect(await refusalOf(withdraw(env.ctx(member)))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each(['author', 'inquirer'] as const)('is refused to the %s while a rental is booked', async (side) => {
    const scene = await createScene(env);
    const rental = await requestRental(env.ctx(scene.inquirer), {
      roomId: scene.roomId,
      ...periodFrom(env, 3_600_000),
    });
    await acceptRental(env.ctx(scene.author), { rentalId: rental.id });
    expect(await refusalOf(withdraw(env.ctx(scene[side])))).toMatchObject({
      code: 'CONFLICT',
      key: 'account.rentalOpen',
    });
    await expect(getProfile(env.ctx(), { userId: scene[side].id })).resolves.toBeTruthy();
  });

  it.each([
    ['author', 'REJECTED', 'RENTAL_REJECTED'],
    ['inquirer', 'CANCELLED', 'RENTAL_CANCELLED'],
  ] as const)('of the %s ends an undecided request and tells the other side', async (side, status, kind) => {
    const scene = await createScene(env);
    const { id } = await requestRental(env.ctx(scene.inquirer), {
      roomId: scene.roomId,
      ...periodFrom(env, 3_600_000),
    });
    const other = side === 'author' ? scene.inquirer : scene.author;
    await withdraw(env.ctx(scene[side]));
    await expect(env.db.rental.findUniqueOrThrow({ where: { id } })).resolves.toMatchObject({ status });
    const { alerts } = await listAlerts(env.ctx(other), {});
    expect(alerts[0]).toMatchObject({ kind, roomId: scene.roomId });
    const messages = await listMessages(env.ctx(other), { roomId: scene.roomId });
    expect(messages.at(-1)?.event).toMatchObject({ type: kind });
  });

  it('leaves the other side its rooms and reviews, of a member without a name', async () => {
    const { author, inquirer, item, roomId, rental } = await createEndedRental(env);
    await sendMessage(env.ctx(inquirer), { roomId, clientId: 'before', body: '잘 썼어요' });
    await writeReview(env.ctx(inquirer), { rentalId: rental.id, stars: 5, body: '좋은 이웃이에요' });
    await withdraw(env.ctx(inquirer));
    const room = await getRoom(env.ctx(author), { roomId });
    expect(room).toMatchObject({
      canWrite: false,
      partner: { nickname: null, avatarUrl: null, region: null },
    });
    const rooms = await listRooms(env.ctx(author), {});
    expect(rooms.data[0]).toMatchObject({ id: roomId, partner: { nickname: null } });
    expect((await listMessages(env.ctx(author), { roomId })).map(({ body }) => body)).toContain('잘 썼어요');
    expect(
      await refusalOf(sendMessage(env.ctx(author), { roomId, clientId: 'after', body: '계세요?' })),
    ).toMatchObject({ code: 'FORBIDDEN', key: 'chat.partnerLeft' });
    const reviews = await listItemReviews(env.ctx(), { itemId: item.id });
    expect(reviews.data).toMatchObject([{ body: '좋은 이웃이에요', reviewer: { nickname: null } }]);
    expect(await refusalOf(getProfile(env.ctx(), { userId: inquirer.id }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('takes the member’s items out of the lists and their bookmarks out of the counts', async () => {
    const [member, other] = [await createMember(env.db), await createMember(env.db)];
    const own = await createItemRow(env.db, member);
    const liked = await createItemRow(env.db, other);
    await setBookmark(env.ctx(member), { itemId: liked.id, on: true });
    await withdraw(env.ctx(member));
    expect(await refusalOf(getItem(env.ctx(), { itemId: own.id }))).toMatchObject({ code: 'NOT_FOUND' });
    await expect(listItems(env.ctx(), { authorId: member.id })).resolves.toMatchObject({ data: [] });
    await expect(getItem(env.ctx(), { itemId: liked.id })).resolves.toMatchObject({ bookmarkCount: 0 });
  });

  it('racing with an accept leaves either a booked rental or a withdrawn member, never both', async () => {
    for (let round = 0; round < 8; round += 1) {
      const scene = await createScene(env);
      const { id } = await requestRental(env.ctx(scene.inquirer), {
        roomId: scene.roomId,
        ...periodFrom(env, 3_600_000),
      });
      await Promise.allSettled([
        acceptRental(env.ctx(scene.author), { rentalId: id }),
        withdraw(env.ctx(round % 2 === 0 ? scene.inquirer : scene.author)),
      ]);
      const rental = await env.db.rental.findUniqueOrThrow({
        where: { id },
        select: { status: true, lender: { select: { status: true } }, renter: { select: { status: true } } },
      });
      const hasLeft = [rental.lender, rental.renter].some(({ status }) => status === 'WITHDRAWN');
      expect([rental.status, hasLeft]).not.toEqual(['ACCEPTED', true]);
      expect(rental.status === 'ACCEPTED' || hasLeft).toBe(true);
    }
  });

  it('is not undone by what was under way: no district, picture or name comes back', async () => {
    const member = await createMember(env.db);
    await withdraw(env.ctx(member));
    for (const change of [
      () => setRegion(env.ctx(member), { regionCode: '26350' }),
      () => changeAvatar(env.ctx(member), { uploadKey: null }),
      () => changeNickname(env.ctx(member), { nickname: '돌아온이' }),
    ]) {
      expect(await refusalOf(change())).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    await expect(env.db.user.findUniqueOrThrow({ where: { id: member.id } })).resolves.toMatchObject({
      nickname: null,
      regionCode: null,
      avatarImageId: null,
    });
  });

  it('is refused to the only admin, also when the last two leave at once', async () => {
    await env.db.user.updateMany({ data: { role: 'MEMBER' } });
    const admins = [
      await createMember(env.db, { role: 'ADMIN' }),
      await createMember(env.db, { role: 'ADMIN' }),
    ];
    const outcomes = await Promise.allSettled(admins.map((admin) => withdraw(env.ctx(admin))));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(env.db.user.count({ where: { role: 'ADMIN', status: 'ACTIVE' } })).resolves.toBe(1);
  });
});
