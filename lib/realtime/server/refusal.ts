import { DomainError, type ErrorCode, isDomainError } from '@/lib/core/errors';
import type { Logger } from '@/lib/core/logger';
import { getMeter } from '@/lib/core/meter';
import { type Asker, noteRefusal } from '@/lib/core/note-refusal';
import { translateDbError } from '@/lib/db/errors';
import type { Locale } from '@/lib/next/i18n/locale';
import { sayReason } from './language';

export interface Refusal {
  code: ErrorCode;
  message: string;
}

interface Asked extends Asker {
  /** one of ours, `other` for what is none */
  event: string;
  /** a session came along, good or not */
  hasCredential: boolean;
}

/** A failed event in the reader's words. What nobody expected is logged whole and told as one plain sentence. */
export function toRefusal(error: unknown, locale: Locale, asked: Asked): Refusal {
  const { logger, requestId, event, hasCredential } = asked;
  const { code, reason } = knownError(error) ?? logged(error, logger, { requestId, event });
  const told = { way: 'socket', code, reason: reason.key } as const;
  getMeter().count('refusals', told);
  noteRefusal(asked, { ...told, event, hasCredential });
  return { code, message: sayReason(locale, reason) };
}

function knownError(error: unknown): DomainError | null {
  const known = translateDbError(error);
  if (known === 'retry') return new DomainError('UNAVAILABLE', 'busy');
  return isDomainError(known) ? known : null;
}

function logged(error: unknown, logger: Logger, fields: object): DomainError {
  logger.error({ err: error, ...fields }, 'socket event failed');
  return new DomainError('UNAVAILABLE', 'unexpected');
}
