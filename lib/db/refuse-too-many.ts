import { DomainError } from '@/lib/core/errors';
import { Prisma } from './generated/client';
import type { Tx } from './transaction';

export interface HourlyLimit {
  /** what is counted; also names the queue */
  kind: 'upload' | 'item' | 'room';
  userId: string;
  /** in an hour */
  most: number;
  now: Date;
  /** sentence of the refusal; it is given the `minutes` to wait */
  reason: string;
}

const HOUR_MS = 3_600_000;

/**
 * Refuses when a member has made as many of a kind in the last hour as one may. What they send at once queues here until
 * the transaction ends, so that all of it is counted.
 *
 * @param made a statement that gives the `createdAt` of those since then
 * @throws RATE_LIMITED with the time until there is room for one
 */
export async function refuseTooMany(
  tx: Tx,
  { kind, userId, most, now, reason }: HourlyLimit,
  made: (since: Date) => Prisma.Sql,
): Promise<void> {
  await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${kind}:${userId}`}, 0))`;
  const since = new Date(now.getTime() - HOUR_MS);
  const recent = await tx.db.$queryRaw<{ createdAt: Date }[]>(
    Prisma.sql`${made(since)} ORDER BY "createdAt" DESC LIMIT ${most}`,
  );
  const oldest = recent.at(-1);
  if (recent.length < most || !oldest) return;
  const waitMs = oldest.createdAt.getTime() + HOUR_MS - now.getTime();
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  const values = { minutes: Math.ceil(retryAfterSeconds / 60) };
  throw new DomainError('RATE_LIMITED', { key: reason, values }, { retryAfterSeconds });
}
