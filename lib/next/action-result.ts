import type { ErrorCode } from '@/lib/core/errors';

/** Why an action was refused, worded in the reader's language. `fields` are messages by field name. */
export interface ActionRefusal {
  code: ErrorCode;
  message: string;
  fields: Record<string, string>;
  /** what has to be done first, where a screen can lead there */
  way?: 'sign-in' | 'district' | 'rentals';
}

/** Answer of a server action. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionRefusal };
