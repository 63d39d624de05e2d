import type { MemberActor } from '@/lib/core/actor';
import type { Prisma } from '@/lib/db/generated/client';
import { openRoom } from '@/lib/features/chat/server/open-room';
import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { endRental } from '@/lib/features/rentals/server/end-rental';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import type { TestEnv } from '@/tests/support/test-env';
import { createItemRow } from './items';
import { createMember } from './people';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** An item, its author, an inquirer with a room about it, and a third member who has nothing to do with either. */
export async function createScene(
  env: TestEnv,
  itemOverrides: Partial<Prisma.ItemUncheckedCreateInput> = {},
) {
  const [author, inquirer, stranger] = await Promise.all([
    createMember(env.db),
    createMember(env.db),
    createMember(env.db),
  ]);
  const item = await createItemRow(env.db, author, itemOverrides);
  const { roomId } = await openRoom(env.ctx(inquirer), { itemId: item.id });
  return { author, inquirer, stranger, item, roomId };
}

/** A period that begins `fromMs` from now, by the test's clock. */
export function periodFrom(env: TestEnv, fromMs: number, lengthMs = DAY_MS) {
  const startsAt = new Date(env.clock.now.getTime() + fromMs);
  return { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + lengthMs).toISOString() };
}

/** A further inquirer with a room and a request of their own for the same item. */
export async function createRequest(env: TestEnv, itemId: string, period: ReturnType<typeof periodFrom>) {
  const inquirer = await createMember(env.db);
  const { roomId } = await openRoom(env.ctx(inquirer), { itemId });
  const rental = await requestRental(env.ctx(inquirer), { roomId, ...period });
  return { inquirer, roomId, rental };
}

/** A rental that began and was ended, of a scene of its own. */
export async function createEndedRental(env: TestEnv) {
  const scene = await createScene(env);
  const { rental } = await requestNow(env, scene);
  await acceptRental(env.ctx(scene.author), { rentalId: rental.id });
  const ended = await endRental(env.ctx(scene.author), { rentalId: rental.id });
  return { ...scene, rental: ended };
}

async function requestNow(env: TestEnv, { inquirer, roomId }: { inquirer: MemberActor; roomId: string }) {
  return { rental: await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, 0) }) };
}
