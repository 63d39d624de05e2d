import type { Tx } from '@/lib/db/transaction';

/**
 * Holds all on which two members deal, in the order of every other writer: items, then rooms. One pair at a time.
 *
 * @returns their rooms
 */
export async function lockPair(tx: Tx, one: string, other: string): Promise<string[]> {
  const pair = [one, other].sort().join(' ');
  // As the trigger of new rooms does (migration blocks).
  await tx.db.$queryRaw`SELECT pg_advisory_xact_lock(7431, (hashtextextended(${pair}, 0) % 1024)::int)::text`;
  await tx.db.$queryRaw`
    SELECT 1 FROM "Item" WHERE "id" IN (SELECT "itemId" FROM "Room"
      WHERE ("authorId" = ${one}::uuid AND "inquirerId" = ${other}::uuid)
        OR ("authorId" = ${other}::uuid AND "inquirerId" = ${one}::uuid))
    ORDER BY "id" FOR UPDATE`;
  const rooms = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Room"
    WHERE ("authorId" = ${one}::uuid AND "inquirerId" = ${other}::uuid)
      OR ("authorId" = ${other}::uuid AND "inquirerId" = ${one}::uuid)
    ORDER BY "id" FOR NO KEY UPDATE`;
  return rooms.map(({ id }) => id);
}
