import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceContext } from '@/lib/core/context';
import type { DomainEvent } from '@/lib/core/events';
import { inSpan } from '@/lib/core/tracer';
import { translateDbError } from './errors';
import type { Prisma } from './generated/client';

/** A transaction, with the events to publish once it has committed. */
export interface Tx {
  db: Prisma.TransactionClient;
  events: DomainEvent[];
}

const ATTEMPTS = 4;

/**
 * Runs `work` in one database transaction and publishes its events after the commit. Deadlocks and serialisation
 * failures are tried again, so `work` must have no effect outside the database.
 *
 * @throws what `work` throws; CONFLICT for a broken constraint, UNAVAILABLE when the database cannot be reached
 */
export async function inTransaction<T>(ctx: ServiceContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const events: DomainEvent[] = [];
    try {
      const result = await inSpan('transaction', { attempt }, () =>
        ctx.db.$transaction((db) => work({ db, events })),
      );
      ctx.publish(events);
      return result;
    } catch (error) {
      const translated = translateDbError(error);
      if (translated !== 'retry') throw translated;
      if (attempt === ATTEMPTS) throw error;
      await sleep(Math.random() * 20 * attempt);
    }
  }
}
