import { DomainError, type ErrorCode, isDomainError } from '@/lib/core/errors';
import { getMeter } from '@/lib/core/meter';
import { type Asker, noteRefusal } from '@/lib/core/note-refusal';
import { translateDbError } from '@/lib/db/errors';
import type { Locale } from '@/lib/next/i18n/locale';
import { sayReason } from '@/lib/realtime/server/language';

/** Refusals that only HTTP knows, beside those of the domain. */
export type HttpCode =
  | 'MALFORMED'
  | 'METHOD_NOT_ALLOWED'
  | 'TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'IDEMPOTENCY_KEY_REUSED';
export type ProblemCode = ErrorCode | HttpCode;

/** Status by code: `code` is what programs go by, and stays. */
export const STATUS: Record<ProblemCode, number> = {
  MALFORMED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INVALID: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

const TITLES: Record<ProblemCode, string> = {
  MALFORMED: 'Bad Request',
  UNAUTHENTICATED: 'Unauthorized',
  FORBIDDEN: 'Forbidden',
  NOT_FOUND: 'Not Found',
  METHOD_NOT_ALLOWED: 'Method Not Allowed',
  CONFLICT: 'Conflict',
  TOO_LARGE: 'Content Too Large',
  UNSUPPORTED_MEDIA_TYPE: 'Unsupported Media Type',
  INVALID: 'Unprocessable Content',
  IDEMPOTENCY_KEY_REUSED: 'Unprocessable Content',
  RATE_LIMITED: 'Too Many Requests',
  UNAVAILABLE: 'Service Unavailable',
};

const SENTENCES: Record<HttpCode, string> = {
  MALFORMED: 'rest.malformed',
  METHOD_NOT_ALLOWED: 'rest.methodNotAllowed',
  TOO_LARGE: 'rest.tooLarge',
  UNSUPPORTED_MEDIA_TYPE: 'rest.unsupportedMediaType',
  IDEMPOTENCY_KEY_REUSED: 'rest.idempotencyKeyReused',
};

/** A refusal of HTTP itself. */
export class HttpRefusal extends Error {
  constructor(
    readonly httpCode: HttpCode,
    readonly headers: Record<string, string> = {},
  ) {
    super(httpCode);
  }
}

interface Asked extends Asker {
  locale: Locale;
  requestId: string;
  /** the operation, where there is such a one */
  event?: string | undefined;
  /** a token came along, good or not */
  hasCredential: boolean;
}

/** RFC 9457: any failure as an answer. What nobody expected is logged whole and told as one plain sentence. */
export function toProblem(error: unknown, asked: Asked): Response {
  if (error instanceof HttpRefusal) {
    const detail = sayReason(asked.locale, { key: SENTENCES[error.httpCode] });
    return problem(error.httpCode, detail, [], asked, error.headers);
  }
  const known = knownError(error) ?? unexpected(error, asked);
  const { event, hasCredential } = asked;
  const told = { way: 'rest', code: known.code, reason: known.reason.key } as const;
  getMeter().count('refusals', told);
  noteRefusal(asked, { ...told, event, hasCredential });
  const errors = known.fields.map(({ field, reason }) => ({
    field,
    code: reason.key,
    detail: sayReason(asked.locale, reason),
  }));
  return problem(known.code, sayReason(asked.locale, known.reason), errors, asked, headersOf(known));
}

function problem(
  code: ProblemCode,
  detail: string,
  errors: object[],
  { requestId, locale }: Asked,
  headers: Record<string, string>,
): Response {
  const status = STATUS[code];
  const body = {
    type: `/api/docs#problem-${code.toLowerCase().replaceAll('_', '-')}`,
    title: TITLES[code],
    status,
    code,
    detail,
    requestId,
    ...(errors.length > 0 && { errors }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'content-language': locale, ...headers },
  });
}

function knownError(error: unknown): DomainError | null {
  const known = translateDbError(error);
  if (known === 'retry') return new DomainError('UNAVAILABLE', 'busy');
  return isDomainError(known) ? known : null;
}

function unexpected(error: unknown, { logger, requestId }: Asked): DomainError {
  logger.error({ err: error, requestId }, 'request failed');
  return new DomainError('UNAVAILABLE', 'unexpected');
}

function headersOf({ code, retryAfterSeconds }: DomainError): Record<string, string> {
  if (code === 'UNAUTHENTICATED') return { 'www-authenticate': 'Bearer realm="egodaeyeo"' };
  if (retryAfterSeconds !== undefined) return { 'retry-after': String(retryAfterSeconds) };
  if (code === 'RATE_LIMITED' || code === 'UNAVAILABLE') return { 'retry-after': '5' };
  return {};
}
