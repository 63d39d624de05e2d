import { randomUUID } from 'node:crypto';
import type { MemberActor } from '@/lib/core/actor';
import { resolveActor } from '@/lib/features/auth/server/resolve-actor';
import { blockMember } from '@/lib/features/blocks/server/block-member';
import { listBlocks } from '@/lib/features/blocks/server/list-blocks';
import { unblockMember } from '@/lib/features/blocks/server/unblock-member';
import { listBookmarks } from '@/lib/features/bookmarks/server/list-bookmarks';
import { setBookmark } from '@/lib/features/bookmarks/server/set-bookmark';
import { getRoom } from '@/lib/features/chat/server/get-room';
import { openRoom } from '@/lib/features/chat/server/open-room';
import { sendMessage } from '@/lib/features/chat/server/send-message';
import { getItem } from '@/lib/features/items/server/get-item';
import { listItems } from '@/lib/features/items/server/list-items';
import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { endRental } from '@/lib/features/rentals/server/end-rental';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { getProfile } from '@/lib/features/users/server/get-profile';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { createRequest, createScene, HOUR_MS, periodFrom } from '@/tests/factories/scenes';
import { useTestEnv } from '@/tests/support/test-env';

describe('blocking a member', () => {
  const env = useTestEnv();

  /** As an adapter would build it now. */
  async function now(member: MemberActor) {
    return env.ctx(await resolveActor(env.db, { userId: member.id, sessionVersion: 1 }));
  }
  const say = async (member: MemberActor, roomId: string, body = '안녕하세요') =>
    sendMessage(await now(member), { roomId, clientId: randomUUID(), body });
  const block = (by: MemberActor, whom: MemberActor) => blockMember(env.ctx(by), { memberId: whom.id });
  const refused = (key: string, code = 'FORBIDDEN') => ({ code, reason: { key } });

  it('keeps both from writing; what was said stays readable', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    await say(inquirer, roomId);
    await block(author, inquirer);
    await expect(say(inquirer, roomId)).rejects.toMatchObject(refused('chat.blocked'));
    await expect(say(author, roomId)).rejects.toMatchObject(refused('chat.blocked'));
    const mine = await getRoom(await now(author), { roomId });
    expect(mine).toMatchObject({ canWrite: false, isBlocked: true, isBlockedByMe: true, lastSeq: 1 });
    const theirs = await getRoom(await now(inquirer), { roomId });
    expect(theirs).toMatchObject({
      canWrite: false,
      canRequestRental: false,
      isBlocked: true,
      isBlockedByMe: false,
    });
  });

  it('takes each other’s items out of every list, and their pages away', async () => {
    const [one, other] = [await createMember(env.db), await createMember(env.db)];
    const title = randomUUID().slice(0, 8);
    const item = await createItemRow(env.db, other, { title });
    const own = await createItemRow(env.db, one, { title });
    await setBookmark(env.ctx(one), { itemId: item.id, on: true });
    await block(one, other);
    for (const [member, seen, hidden] of [
      [one, own.id, item.id],
      [other, item.id, own.id],
    ] as const) {
      const ctx = await now(member);
      for (const input of [{ q: title }, { authorId: other.id }, { authorId: one.id }]) {
        const ids = (await listItems(ctx, input)).data.map(({ id }) => id);
        expect(ids).not.toContain(hidden);
      }
      expect((await listItems(ctx, { q: title })).data.map(({ id }) => id)).toEqual([seen]);
      await expect(getItem(ctx, { itemId: hidden })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await listBookmarks(await now(one), {})).data).toEqual([]);
    await expect(getProfile(await now(other), { userId: one.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await getProfile(await now(one), { userId: other.id })).toMatchObject({ isBlocked: true });
    await expect(openRoom(await now(other), { itemId: own.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const visitor = await listItems(env.ctx(), { q: title });
    expect(visitor.data).toHaveLength(2);
  });

  it('pages past left out items without a gap or a double', async () => {
    const [one, other] = [await createMember(env.db), await createMember(env.db)];
    const title = randomUUID().slice(0, 8);
    const kept: string[] = [];
    for (let index = 0; index < 6; index += 1) {
      await createItemRow(env.db, other, { title });
      kept.push((await createItemRow(env.db, await createMember(env.db), { title })).id);
    }
    await block(one, other);
    const ctx = await now(one);
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listItems>> = await listItems(ctx, {
        q: title,
        limit: 2,
        ...(cursor && { cursor }),
      });
      found.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(found.sort()).toEqual(kept.sort());
  });

  it('ends undecided requests with history, and lets no new one be made', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const rental = await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, HOUR_MS) });
    await block(inquirer, author);
    const row = await env.db.rental.findUniqueOrThrow({
      where: { id: rental.id },
      include: { history: true },
    });
    expect(row.status).toBe('CANCELLED');
    expect(row.history.at(-1)).toMatchObject({ toStatus: 'CANCELLED', actorId: inquirer.id });
    await expect(
      requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, HOUR_MS) }),
    ).rejects.toMatchObject(refused('chat.blocked'));
    await expect(acceptRental(env.ctx(author), { rentalId: rental.id })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('leaves what is booked or on rent, with its messages, until it has ended', async () => {
    const { author, item } = await createScene(env);
    const { inquirer, roomId, rental } = await createRequest(env, item.id, periodFrom(env, 0));
    await acceptRental(env.ctx(author), { rentalId: rental.id });
    await block(author, inquirer);
    await expect(say(inquirer, roomId, '내일 돌려드릴게요')).resolves.toMatchObject({ roomId });
    expect(await getRoom(await now(inquirer), { roomId })).toMatchObject({ canWrite: true, isBlocked: true });
    await endRental(env.ctx(author), { rentalId: rental.id });
    await expect(say(inquirer, roomId)).rejects.toMatchObject(refused('chat.blocked'));
  });

  it('is undone by whoever made it, and not by the other', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    await Promise.all([block(author, inquirer), block(inquirer, author)]);
    await unblockMember(env.ctx(author), { memberId: inquirer.id });
    await expect(say(author, roomId)).rejects.toMatchObject(refused('chat.blocked'));
    await unblockMember(env.ctx(inquirer), { memberId: author.id });
    await expect(say(author, roomId)).resolves.toMatchObject({ roomId });
  });

  it('lists whom one has blocked, last first, page by page', async () => {
    const me = await createMember(env.db);
    const others: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const other = await createMember(env.db);
      env.clock.advance(1_000);
      await block(me, other);
      others.unshift(other.id);
    }
    const first = await listBlocks(env.ctx(me), { limit: 2 });
    const second = await listBlocks(env.ctx(me), { limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.data, ...second.data].map(({ member }) => member.id)).toEqual(others);
    await expect(listBlocks(env.ctx(), {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is refused of oneself, of admins, of nobody, and for visitors; the database refuses oneself too', async () => {
    const me = await createMember(env.db);
    const admin = await createMember(env.db, { role: 'ADMIN' });
    await expect(block(me, me)).rejects.toMatchObject(refused('block.oneself'));
    await expect(block(me, admin)).rejects.toMatchObject(refused('block.admin'));
    await expect(blockMember(env.ctx(me), { memberId: randomUUID() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(blockMember(env.ctx(), { memberId: me.id })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await expect(env.db.block.create({ data: { blockerId: me.id, blockedId: me.id } })).rejects.toThrow();
  });

  it('once it is answered no message is stored, whatever was under way', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { author, inquirer, roomId } = await createScene(env);
      const ctx = env.ctx(inquirer);
      let isOver = false;
      const writing = Array.from({ length: 4 }, async () => {
        while (!isOver) {
          await sendMessage(ctx, { roomId, clientId: randomUUID(), body: '계속' }).catch((error) => {
            if (error.code !== 'FORBIDDEN') throw error;
          });
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 20 + round * 3));
      await block(author, inquirer);
      const stored = await env.db.message.count({ where: { roomId } });
      await new Promise((resolve) => setTimeout(resolve, 60));
      isOver = true;
      await Promise.all(writing);
      expect(await env.db.message.count({ where: { roomId } })).toBe(stored);
      expect((await env.db.room.findUniqueOrThrow({ where: { id: roomId } })).lastSeq).toBe(stored);
    }
  }, 60_000);

  it('a room or a request that is made at the same time is shut or ended as well', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { author, inquirer, item, roomId } = await createScene(env);
      const second = await createItemRow(env.db, author);
      await Promise.all([
        block(author, inquirer),
        openRoom(env.ctx(inquirer), { itemId: second.id }),
        requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, HOUR_MS) }).catch((error) => {
          if (error.code !== 'FORBIDDEN') throw error;
        }),
      ]);
      const rooms = await env.db.room.findMany({ where: { inquirerId: inquirer.id } });
      expect(rooms.every(({ blockedAt }) => blockedAt !== null)).toBe(true);
      expect(await env.db.rental.count({ where: { itemId: item.id, status: 'REQUESTED' } })).toBe(0);
    }
  }, 60_000);
});
