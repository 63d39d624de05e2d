import { unstable_rethrow } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ServiceContext } from '@/lib/core/context';
import { type DomainError, isDomainError, type Reason } from '@/lib/core/errors';
import { getMeter } from '@/lib/core/meter';
import { type Asker, noteRefusal } from '@/lib/core/note-refusal';
import { translateDbError } from '@/lib/db/errors';
import { getLogger } from '@/lib/runtime/logger';
import { refuseTooManyActions } from './action-rate';
import type { ActionRefusal, ActionResult } from './action-result';
import { getContext, requestId } from './context';
import { hasSessionCookie } from './session';

/**
 * Runs a verb for a server action. Refusals come back as words, also that the database which knows who asks is away; a
 * failure that nobody expected is logged whole with its request id and told as one plain sentence.
 */
export async function runAction<I, T>(
  verb: (ctx: ServiceContext, input: I) => Promise<T>,
  input: I,
): Promise<ActionResult<T>> {
  let ctx: ServiceContext | undefined;
  try {
    ctx = await getContext();
    refuseTooManyActions(ctx.actor, Date.now());
    return { ok: true, data: await verb(ctx, input) };
  } catch (error) {
    // Next.js throws to steer.
    unstable_rethrow(error);
    const known = translateDbError(error);
    const asker: Asker = ctx ?? { actor: VISITOR, logger: getLogger(), requestId: await requestId() };
    if (isDomainError(known)) return refusal(known, asker);
    asker.logger.error({ err: error, requestId: asker.requestId }, 'action failed');
    return refusal({ code: 'UNAVAILABLE', reason: { key: 'unexpected' }, fields: [] }, asker);
  }
}

/** Whoever asks while it cannot be found out. */
const VISITOR = { kind: 'visitor' } as const;

/** Words of a refusal, in the reader's language. */
async function refusal(
  error: Pick<DomainError, 'code' | 'reason' | 'fields'>,
  asker: Asker,
): Promise<Extract<ActionResult<never>, { ok: false }>> {
  const told = { way: 'action', code: error.code, reason: error.reason.key } as const;
  getMeter().count('refusals', told);
  noteRefusal(asker, { ...told, hasCredential: await hasSessionCookie() });
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
