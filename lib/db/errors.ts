import { DomainError, isDomainError } from '@/lib/core/errors';
import { POOL_FULL } from './bounded-pool';

const RETRY = new Set(['40P01', '40001']);
/** Ended by a limit of ours: a statement that ran, a lock that was waited for, a transaction that lay idle too long. */
const BUSY = new Set(['57014', '55P03', '25P03']);
const UNAVAILABLE = new Set([
  // Idle in a transaction for too long: this process hung.
  '25P03',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'STORAGE_AWAY',
]);
const PRISMA_UNAVAILABLE = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028']);

/**
 * What a failed statement means: `retry` for a deadlock or serialisation failure, a DomainError for what has a meaning
 * to people, else the error as it came.
 */
export function translateDbError(error: unknown): 'retry' | unknown {
  if (isDomainError(error)) return error;
  const code = databaseCode(error);
  if (code && (RETRY.has(code) || code === 'P2034')) return 'retry';
  if (code === '23P01') return new DomainError('CONFLICT', 'rental.overlap', { cause: error });
  if (code === '23505' || code === 'P2002') return new DomainError('CONFLICT', 'conflict', { cause: error });
  if (code && (BUSY.has(code) || code === POOL_FULL)) {
    return new DomainError('UNAVAILABLE', 'busy', { cause: error });
  }
  if (code && (UNAVAILABLE.has(code) || PRISMA_UNAVAILABLE.has(code))) {
    return new DomainError('UNAVAILABLE', 'unavailable', { cause: error });
  }
  return error;
}

/** Names of the constraint or the columns that a unique violation was about, as one text to search in. */
export function violatedConstraint(error: unknown): string {
  const meta = (error as { meta?: unknown }).meta;
  return JSON.stringify(meta ?? '') + String((error as { message?: unknown }).message ?? '');
}

/** SQLSTATE where there is one (Prisma hides it at several depths), else Prisma's or Node's code. */
export function databaseCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, meta, cause } = error as { code?: unknown; meta?: Record<string, unknown>; cause?: unknown };
  const deep = originalCode(meta?.driverAdapterError) ?? originalCode(cause) ?? meta?.code;
  if (typeof deep === 'string') return deep;
  if (typeof code === 'string') return code;
  return isConnectionLost(error) ? CONNECTION_FAILURE : null;
}

export const CONNECTION_FAILURE = '08006';

/**
 * pg gives a connection that was lost, or that the pool could not get, no code at all; nor one that was lost between two
 * statements of a transaction, which is found out with the second (the server ends those that lie idle).
 */
export function isConnectionLost(error: unknown): error is Error {
  if (!(error instanceof Error) || ('code' in error && error.code)) return false;
  return /timeout exceeded when trying to connect|connection terminated|is not queryable/i.test(
    error.message,
  );
}

function originalCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { originalCode: code, cause } = error as { originalCode?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : originalCode(cause);
}
