import { getTranslations } from 'next-intl/server';
import type { ServiceContext } from '@/lib/core/context';
import { type DomainError, isDomainError, type Reason } from '@/lib/core/errors';
import { getMeter } from '@/lib/core/meter';
import { translateDbError } from '@/lib/db/errors';
import { getLogger } from '@/lib/runtime/logger';
import type { ActionRefusal, ActionResult } from './action-result';
import { getContext, readRequestId } from './context';

/**
 * Runs a verb for a server action. Refusals come back as words; a failure that nobody expected is logged whole with its
 * request id and told as one plain sentence.
 */
export async function runAction<I, T>(
  verb: (ctx: ServiceContext, input: I) => Promise<T>,
  input: I,
): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await verb(await getContext(), input) };
  } catch (error) {
    const known = translateDbError(error);
    if (isDomainError(known)) return refusal(known);
    getLogger().error({ err: error, requestId: await readRequestId() }, 'action failed');
    return refusal({ code: 'UNAVAILABLE', reason: { key: 'unexpected' }, fields: [] });
  }
}

/** Words of a refusal, in the reader's language. */
export async function refusal(
  error: Pick<DomainError, 'code' | 'reason' | 'fields'>,
): Promise<Extract<ActionResult<never>, { ok: false }>> {
  getMeter().count('refusals', { way: 'action', code: error.code, reason: error.reason.key });
  const t = await getTranslations('errors');
  const say = ({ key, values }: Reason) => t(t.has(key) ? key : 'invalid', values);
  const fields = Object.fromEntries(error.fields.map(({ field, reason }) => [field, say(reason)]));
  const way = wayOf(error.reason.key);
  return { ok: false, error: { code: error.code, message: say(error.reason), fields, ...(way && { way }) } };
}

function wayOf(reason: string): ActionRefusal['way'] {
  return WAYS.get(reason);
}

/** Sentences that a step elsewhere answers. */
const WAYS = new Map<string, ActionRefusal['way']>([
  ['auth.required', 'sign-in'],
  ['auth.regionRequired', 'district'],
  ['account.rentalOpen', 'rentals'],
]);
