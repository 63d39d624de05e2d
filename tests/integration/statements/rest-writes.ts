import type { MemberActor } from '@/lib/core/actor';
import type { Crowd } from '@/tests/factories/crowd';
import { plainPicture } from '@/tests/factories/pictures';
import { DAY_MS, HOUR_MS, periodFrom } from '@/tests/factories/scenes';
import { postUpload } from '@/tests/factories/uploads';
import { countStatements } from '@/tests/support/count-statements';
import type { RestEnv } from '@/tests/support/rest-env';
import type { TestEnv } from '@/tests/support/test-env';

const ITEM = {
  ...{ section: 'OFFER', categoryId: 1, title: '전동드릴', body: '배터리 두 개', priceWon: 5_000 },
  ...{ priceUnit: 'DAY', autoRelist: true, images: [] },
};

/**
 * Does everything once that members of a crowd can do with its items, rooms and rentals.
 *
 * @returns statements by operation
 */
export async function writeEverything(env: TestEnv, rest: RestEnv, crowd: Crowd) {
  const { me, inquirer, item: itemId, room: roomId, bookmarked } = crowd;
  const counts: Record<string, number> = {};

  async function write(id: string, as: MemberActor, path: Record<string, string> = {}, body?: object) {
    let answer = { status: 0, body: { id: '' } };
    const request = { as, ...(body && { body }) };
    counts[id] = await countStatements(async () => {
      answer = await rest.call(id, path, request);
    });
    expect([id, answer.status, answer.status < 300]).toEqual([id, answer.status, true]);
    return answer.body;
  }

  async function items() {
    const picture = await plainPicture();
    const bytes = { contentType: 'image/jpeg', bytes: picture.length };
    const form = (await write('requestUpload', me, {}, bytes)) as Parameters<typeof postUpload>[0] & Named;
    await postUpload(form, picture);
    await write('prepareUpload', me, {}, { key: form.key });
    const made = { itemId: (await write('createItem', me, {}, ITEM)).id };
    await env.db.item.update({ where: { id: made.itemId }, data: { status: 'CLOSED' } });
    await write('relistItem', me, made);
    await write('deleteItem', me, made);
    await write('updateItem', me, { itemId }, { title: '다른 제목' });
    await write('addBookmark', inquirer, { itemId });
    await write('removeBookmark', inquirer, { itemId });
    await write('reportItem', me, { itemId: bookmarked }, { category: 'FRAUD', text: '' });
  }

  async function rooms() {
    await write('sendMessage', me, { roomId }, { body: '안녕하세요' });
    await write('readRoom', me, { roomId }, { seq: 1 });
    await write('readAlerts', me, {}, { all: true });
    await write('writeFeedback', inquirer, {}, { title: '제목', body: '내용' });
  }

  async function rentals() {
    const period = periodFrom(env, HOUR_MS);
    const room = { roomId: (await write('openRoom', me, {}, { itemId: bookmarked })).id };
    const request = async () => ({
      rentalId: (await write('requestRental', me, {}, { ...room, ...period })).id,
    });
    await write('quoteRental', me, { itemId: bookmarked }, period);
    await write('rejectRental', inquirer, await request());
    await write('cancelRental', me, await request());
    const rental = { rentalId: crowd.requested };
    await write('acceptRental', me, rental);
    await write('handOverRental', me, rental);
    await write('endRental', me, rental);
    await write('writeReview', me, rental, { stars: 5, body: '좋았어요' });
  }

  /** Of somebody with whom there is a room. */
  async function blocks() {
    await write('blockMember', me, { memberId: inquirer.id });
    await write('unblockMember', me, { memberId: inquirer.id });
  }

  // What they have was made long before: one member makes so much in an hour.
  const data = { createdAt: new Date(env.clock.now.getTime() - DAY_MS) };
  await env.db.item.updateMany({ data });
  await env.db.room.updateMany({ data });
  await items();
  await rooms();
  await rentals();
  await blocks();
  return counts;
}

type Named = { id: string };
