import type { MemberActor } from '@/lib/core/actor';
import { sendMessage } from '@/lib/features/chat/server/send-message';
import { requestUpload } from '@/lib/features/images/server/request-upload';
import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { newItemInput } from '@/tests/factories/item-input';
import { plainPicture } from '@/tests/factories/pictures';
import { createEndedRental, createScene, DAY_MS, periodFrom } from '@/tests/factories/scenes';
import { postUpload } from '@/tests/factories/uploads';
import type { TestEnv } from '@/tests/support/test-env';

interface Asked {
  path?: Record<string, string>;
  body?: object;
}

/** Something that a member does, and something else of the same kind. */
export interface Deed extends Asked {
  as: MemberActor;
  other: Asked;
  /** how much of it there is: 1 once it was done */
  stored(): Promise<number>;
  /** false: done again without its kept answer, it is refused rather than found */
  isFound?: false;
}

type Create = (env: TestEnv) => Promise<Deed>;

/** By operation of the API. */
export const DEEDS: Record<string, Create> = {
  async createItem(env) {
    const { inquirer: as } = await createScene(env);
    const { submissionId: _, ...body } = await newItemInput(env.db);
    const stored = () => env.db.item.count({ where: { authorId: as.id } });
    return { as, body, other: { body: { title: '다른 물품' } }, stored };
  },
  async reportItem(env) {
    const { stranger: as, item } = await createScene(env);
    const stored = () => env.db.report.count({ where: { itemId: item.id } });
    const other = { body: { category: 'PROHIBITED' } };
    return { as, path: { itemId: item.id }, body: { category: 'FRAUD' }, other, stored };
  },
  async relistItem(env) {
    const [{ author: as, item }, { item: another }] = [
      await createScene(env, { status: 'CLOSED' }),
      await createScene(env),
    ];
    const stored = () => env.db.item.count({ where: { id: item.id, status: 'AVAILABLE' } });
    return { as, path: { itemId: item.id }, other: { path: { itemId: another.id } }, stored, isFound: false };
  },
  async requestRental(env) {
    const { inquirer: as, roomId } = await createScene(env);
    const stored = () => env.db.rental.count({ where: { roomId } });
    const other = { body: periodFrom(env, 2 * DAY_MS) };
    return { as, body: { roomId, ...periodFrom(env, DAY_MS) }, other, stored };
  },
  acceptRental: (env) => move(env, { by: 'author', to: 'ACCEPTED' }),
  rejectRental: (env) => move(env, { by: 'author', to: 'REJECTED' }),
  cancelRental: (env) => move(env, { by: 'inquirer', to: 'CANCELLED' }),
  handOverRental: (env) => move(env, { by: 'author', to: 'ACTIVE', isAccepted: true }),
  endRental: (env) => move(env, { by: 'author', to: 'ENDED', isAccepted: true, fromMs: 0 }),
  async writeReview(env) {
    const { inquirer: as, rental } = await createEndedRental(env);
    const stored = () => env.db.review.count({ where: { rentalId: rental.id } });
    const body = { stars: 4, body: '잘 썼어요' };
    return { as, path: { rentalId: rental.id }, body, other: { body: { stars: 5 } }, stored };
  },
  async openRoom(env) {
    const [{ stranger: as, item }, { item: another }] = [await createScene(env), await createScene(env)];
    const stored = () => env.db.room.count({ where: { itemId: item.id, inquirerId: as.id } });
    return { as, body: { itemId: item.id }, other: { body: { itemId: another.id } }, stored };
  },
  async sendMessage(env) {
    const { inquirer: as, roomId } = await createScene(env);
    const stored = () => env.db.message.count({ where: { roomId } });
    return {
      as,
      path: { roomId },
      body: { body: '안녕하세요' },
      other: { body: { body: '다른 말' } },
      stored,
    };
  },
  async readRoom(env) {
    const { author: as, inquirer, roomId } = await createScene(env);
    const text = { roomId, clientId: 'c', body: '안녕하세요' };
    await sendMessage(env.ctx(inquirer), text);
    const stored = () => env.db.roomMember.count({ where: { roomId, userId: as.id, readSeq: 1 } });
    return { as, path: { roomId }, body: { seq: 1 }, other: { body: { seq: 0 } }, stored };
  },
  async readAlerts(env) {
    const { author: as, inquirer, roomId } = await createScene(env);
    await sendMessage(env.ctx(inquirer), { roomId, clientId: 'c', body: '안녕하세요' });
    const stored = () => env.db.alert.count({ where: { userId: as.id, readAt: { not: null } } });
    return { as, body: { all: true }, other: { body: { roomId } }, stored };
  },
  async writeFeedback(env) {
    const { inquirer: as } = await createScene(env);
    const stored = () => env.db.feedback.count({ where: { userId: as.id } });
    const body = { title: '한 번만', body: '두 번 보내도 한 번만 남아요' };
    return { as, body, other: { body: { body: '다른 말' } }, stored };
  },
  async requestUpload(env) {
    const { inquirer: as } = await createScene(env);
    const stored = () => env.db.upload.count({ where: { userId: as.id } });
    return { as, body: { contentType: 'image/jpeg', bytes: 100 }, other: { body: { bytes: 200 } }, stored };
  },
  async prepareUpload(env) {
    const { inquirer: as } = await createScene(env);
    const picture = await plainPicture();
    const asked = { contentType: 'image/jpeg', bytes: picture.length } as const;
    const [upload, another] = [
      await requestUpload(env.ctx(as), asked),
      await requestUpload(env.ctx(as), asked),
    ];
    await postUpload(upload, picture);
    const stored = () => env.db.image.count({ where: { ownerId: as.id } });
    return { as, body: { key: upload.key }, other: { body: { key: another.key } }, stored };
  },
};

interface Move {
  by: 'author' | 'inquirer';
  to: 'ACCEPTED' | 'REJECTED' | 'CANCELLED' | 'ACTIVE' | 'ENDED';
  isAccepted?: true;
  fromMs?: number;
}

async function move(env: TestEnv, { by, to, isAccepted, fromMs = DAY_MS }: Move): Promise<Deed> {
  const scene = await createScene(env);
  const period = periodFrom(env, fromMs);
  const { id } = await requestRental(env.ctx(scene.inquirer), { roomId: scene.roomId, ...period });
  if (isAccepted) await acceptRental(env.ctx(scene.author), { rentalId: id });
  const stored = () => env.db.rentalEvent.count({ where: { rentalId: id, toStatus: to } });
  return { as: scene[by], path: { rentalId: id }, other: { body: { reason: '다른 이유' } }, stored };
}
