import type { ServiceContext } from '@/lib/core/context';
import { invalidField } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { once, onceIdOf } from '@/lib/features/idempotency/server/once';

/** What a page adds to an input that must not take effect twice: one id for each time that a person means it. */
export interface Submission {
  submissionId?: string;
}

/**
 * A verb that has one effect and one answer for each `submissionId` of a member, however often the page asks; without one it is
 * the verb itself.
 *
 * @throws INVALID for an id that is none, CONFLICT for the same id with another input, what the verb throws
 */
export function asOnce<I extends object, T>(
  operation: string,
  verb: (ctx: ServiceContext, input: I) => Promise<T>,
): (ctx: ServiceContext, input: I & Submission) => Promise<T> {
  return async (ctx, input) => {
    const key = input?.submissionId;
    if (key === undefined || ctx.actor.kind !== 'member') return verb(ctx, input);
    if (!isId(key)) throw invalidField('submissionId', 'invalid');
    const { submissionId: _key, ...content } = input;
    const onceId = onceIdOf(ctx.actor, operation, key);
    return once(ctx, { operation, key, content }, () => verb({ ...ctx, onceId }, input));
  };
}
