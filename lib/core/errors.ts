/** The few ways in which an operation is refused (PRODUCT.md 6). */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'INVALID'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE';

/**
 * Key of the sentence in the catalogues' namespace `errors` (`rental.overlap` → errors.rental.overlap), with the values
 * that the sentence names.
 */
export interface Reason {
  key: string;
  values?: Record<string, string | number>;
}

/** A problem of one field: its name in the form (dots for nested ones) and why. */
export interface FieldProblem {
  field: string;
  reason: Reason;
}

/**
 * An expected refusal. Verbs throw it, adapters translate it once. Recognise it with `isDomainError`: Next.js bundles
 * its own copy of this module, so `instanceof` is false across the two.
 */
export class DomainError extends Error {
  readonly isDomainError = true;
  readonly code: ErrorCode;
  readonly reason: Reason;
  readonly fields: FieldProblem[];
  /** Seconds until another try makes sense, for RATE_LIMITED. */
  readonly retryAfterSeconds?: number;

  constructor(
    code: ErrorCode,
    reason: string | Reason,
    options: { fields?: FieldProblem[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    const { key, values } = typeof reason === 'string' ? { key: reason, values: undefined } : reason;
    super(`${code}: ${key}`, { cause: options.cause });
    this.name = 'DomainError';
    this.code = code;
    this.reason = values ? { key, values } : { key };
    this.fields = options.fields ?? [];
    if (options.retryAfterSeconds !== undefined) this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

export function isDomainError(error: unknown): error is DomainError {
  return (
    typeof error === 'object' && error !== null && 'isDomainError' in error && error.isDomainError === true
  );
}

/** An INVALID refusal tied to one field. */
export function invalidField(field: string, key: string, values?: Reason['values']): DomainError {
  const reason: Reason = values ? { key, values } : { key };
  return new DomainError('INVALID', reason, { fields: [{ field, reason }] });
}
