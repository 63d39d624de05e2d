import { getRoom } from '@/lib/features/chat/server/get-room';
import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { cancelRental } from '@/lib/features/rentals/server/cancel-rental';
import { endRental } from '@/lib/features/rentals/server/end-rental';
import { getRental } from '@/lib/features/rentals/server/get-rental';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { createRequest, createScene, DAY_MS, periodFrom } from '@/tests/factories/scenes';
import { useTestEnv } from '@/tests/support/test-env';

describe('a request whose time is booked for another', () => {
  const env = useTestEnv();

  it('says so to both, in the room and in the list, until the booking is off', async () => {
    const scene = await createScene(env);
    const mine = await requestRental(env.ctx(scene.inquirer), {
      roomId: scene.roomId,
      ...periodFrom(env, DAY_MS),
    });
    expect(mine).toMatchObject({ isTaken: false });
    const other = await createRequest(env, scene.item.id, periodFrom(env, 1.5 * DAY_MS));
    const apart = await createRequest(env, scene.item.id, periodFrom(env, 5 * DAY_MS));
    await acceptRental(env.ctx(scene.author), { rentalId: other.rental.id });
    const asAuthor = await getRental(env.ctx(scene.author), { rentalId: mine.id });
    expect(asAuthor).toMatchObject({ isTaken: true, moves: ['accept', 'reject'] });
    const room = await getRoom(env.ctx(scene.inquirer), { roomId: scene.roomId });
    expect(room.rental).toMatchObject({ isTaken: true, moves: ['cancel'] });
    const free = await getRental(env.ctx(scene.author), { rentalId: apart.rental.id });
    expect(free).toMatchObject({ isTaken: false, moves: ['accept', 'reject'] });
    await cancelRental(env.ctx(scene.author), { rentalId: other.rental.id });
    const again = await getRental(env.ctx(scene.author), { rentalId: mine.id });
    expect(again).toMatchObject({ isTaken: false, moves: ['accept', 'reject'] });
  });

  it('a period that begins when another ends is free', async () => {
    const scene = await createScene(env);
    const first = await createRequest(env, scene.item.id, periodFrom(env, DAY_MS));
    const next = await createRequest(env, scene.item.id, periodFrom(env, 2 * DAY_MS));
    await acceptRental(env.ctx(scene.author), { rentalId: first.rental.id });
    expect(await getRental(env.ctx(scene.author), { rentalId: next.rental.id })).toMatchObject({
      isTaken: false,
    });
  });
});

describe('after the end', () => {
  const env = useTestEnv();

  it('the author may list a CLOSED item again, and nobody else', async () => {
    const { author, inquirer, roomId } = await createScene(env, { autoRelist: false });
    const { id: rentalId } = await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, 0) });
    await acceptRental(env.ctx(author), { rentalId });
    await endRental(env.ctx(author), { rentalId });
    expect(await getRental(env.ctx(author), { rentalId })).toMatchObject({ canRelist: true });
    expect(await getRental(env.ctx(inquirer), { rentalId })).toMatchObject({ canRelist: false });
  });
});
