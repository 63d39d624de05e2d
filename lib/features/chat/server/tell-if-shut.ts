import type { Tx } from '@/lib/db/transaction';
import { mayWrite } from './store-message';

/** What kept a room of two who block open is over: sockets that are in it are to leave, after the commit. */
export async function tellIfShut(tx: Tx, roomId: string): Promise<void> {
  const [room] = await tx.db.$queryRaw<{ isShut: boolean }[]>`
    SELECT NOT ${mayWrite('room')} AS "isShut" FROM "Room" room WHERE room."id" = ${roomId}::uuid`;
  if (room?.isShut) tx.events.push({ type: 'rooms.shut', roomIds: [roomId] });
}
