import type { ActionResult } from './action-result';

/** What a form that also works without script shows after an answer, already worded in the reader's language. */
export interface FormState {
  /** null: nothing to say, or the fields say it */
  message: string | null;
  fields: Record<string, string>;
  /** what was typed, but for secrets, for a page that is built anew */
  values: Record<string, string>;
  /** it was done: the form says so */
  done?: boolean;
}

export const EMPTY_FORM: FormState = { message: null, fields: {}, values: {} };

/** It was done, and the form has nothing to ask. */
export const DONE: FormState = { ...EMPTY_FORM, done: true };

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * @param values what goes back into the fields; no passwords
 */
export function toFormState(
  { error }: Extract<ActionResult<unknown>, { ok: false }>,
  values: Record<string, string>,
): FormState {
  const hasFields = Object.keys(error.fields).length > 0;
  return { message: hasFields ? null : error.message, fields: error.fields, values };
}

/** A text of the form; '' for what is missing or is no text. An action is called with whatever a client sends. */
export function textOf(form: unknown, name: string): string {
  const value = form instanceof FormData ? form.get(name) : null;
  return typeof value === 'string' ? value : '';
}
