import type { ErrorCode } from '@/lib/core/errors';

/** Answer of a server action, already worded in the reader's language. `fields` are messages by field name. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | { ok: false; error: { code: ErrorCode; message: string; fields: Record<string, string> } };
