import type { ClientBase } from 'pg';
import type { Db } from './client';

/** Advisory lock of whoever backs up, held while objects are copied. */
const KEY = 'egodaeyeo:backup';

/**
 * Takes the lock until the end of the client's transaction.
 *
 * @throws Error when another backup holds it
 */
export async function holdBackupLock(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ isTaken: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS "isTaken"`,
    [KEY],
  );
  if (!rows[0]?.isTaken) throw new Error('Another backup of this database is under way.');
}

/** Whether a backup is copying objects: nothing may be removed from the store now. */
export async function isBackupUnderWay(db: Db): Promise<boolean> {
  // Looked up rather than tried for, so that looking never stands in a backup's way.
  const [row] = await db.$queryRaw<{ isHeld: boolean }[]>`
    WITH wanted AS (SELECT hashtextextended(${KEY}, 0) AS "key")
    SELECT EXISTS (
      SELECT 1 FROM pg_locks held, wanted
      WHERE held."locktype" = 'advisory' AND held."objsubid" = 1 AND held."granted"
        AND held."database" = (SELECT "oid" FROM pg_database WHERE "datname" = current_database())
        AND held."classid"::bigint = ((wanted."key" >> 32) & 4294967295)
        AND held."objid"::bigint = (wanted."key" & 4294967295)) AS "isHeld"`;
  return row?.isHeld ?? false;
}
