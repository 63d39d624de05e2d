import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/new-id';
import { parseInput } from '@/lib/core/parse';
import { type WriteFeedbackInput, writeFeedbackSchema } from '@/lib/features/feedback/schemas';

/** A member writes at most this many a day; more would drown the others. */
const PER_DAY = 20;
const DAY_MS = 24 * 3600 * 1_000;

/**
 * A word to those who run the service. The same `submissionId` again is the same feedback.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN without a district, INVALID, RATE_LIMITED after 20 in a day
 */
export async function writeFeedback(
  ctx: ServiceContext,
  input: WriteFeedbackInput,
): Promise<{ feedbackId: string }> {
  const { id: userId } = requireResident(ctx.actor);
  const { title, body, submissionId } = parseInput(writeFeedbackSchema, input);
  const now = ctx.now();
  const since = new Date(now.getTime() - DAY_MS);
  const written = await ctx.db.feedback.count({ where: { userId, createdAt: { gt: since } } });
  if (written >= PER_DAY) {
    throw new DomainError('RATE_LIMITED', 'feedback.tooMany', { retryAfterSeconds: 3_600 });
  }
  const feedbackId = newId(now);
  const [row] = await ctx.db.$queryRaw<{ id: string }[]>`
    INSERT INTO "Feedback" ("id", "userId", "title", "body", "submissionId", "createdAt")
    VALUES (${feedbackId}::uuid, ${userId}::uuid, ${title}, ${body}, ${submissionId ?? null}::uuid, ${now})
    ON CONFLICT ("userId", "submissionId") DO UPDATE SET "submissionId" = EXCLUDED."submissionId"
    RETURNING "id"`;
  return { feedbackId: row?.id ?? feedbackId };
}
