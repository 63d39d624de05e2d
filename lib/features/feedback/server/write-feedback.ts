import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/new-id';
import { parseInput } from '@/lib/core/parse';
import { type WriteFeedbackInput, writeFeedbackSchema } from '@/lib/features/feedback/schemas';

/** A member writes at most this many a day; more would drown the others. */
const PER_DAY = 20;
const DAY_MS = 24 * 3600 * 1_000;

interface Kept {
  id: string;
  title: string;
  body: string;
}

/**
 * A word to those who run the service. The same `submissionId` again is the same feedback.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN without a district, INVALID, CONFLICT for the `submissionId` of other words,
 *   RATE_LIMITED after 20 in a day
 */
export async function writeFeedback(
  ctx: ServiceContext,
  input: WriteFeedbackInput,
): Promise<{ feedbackId: string }> {
  const { id: userId } = requireResident(ctx.actor);
  const { submissionId, ...words } = parseInput(writeFeedbackSchema, input);
  await refuseTooMany(ctx, userId, submissionId);
  const kept = await store(ctx, { userId, submissionId: submissionId ?? null, ...words });
  if (kept.title !== words.title || kept.body !== words.body) throw new DomainError('CONFLICT', 'sentBefore');
  return { feedbackId: kept.id };
}

/** What comes again does not count against itself. */
async function refuseTooMany(ctx: ServiceContext, userId: string, submissionId: string | undefined) {
  const since = new Date(ctx.now().getTime() - DAY_MS);
  const others = submissionId && { OR: [{ submissionId: null }, { submissionId: { not: submissionId } }] };
  const written = await ctx.db.feedback.count({ where: { userId, createdAt: { gt: since }, ...others } });
  if (written < PER_DAY) return;
  throw new DomainError('RATE_LIMITED', 'feedback.tooMany', { retryAfterSeconds: 3_600 });
}

type NewFeedback = Omit<Kept, 'id'> & { userId: string; submissionId: string | null };

/** The feedback, or what was stored under its `submissionId` before. */
async function store(ctx: ServiceContext, { userId, submissionId, title, body }: NewFeedback): Promise<Kept> {
  const now = ctx.now();
  const [row] = await ctx.db.$queryRaw<Kept[]>`
    INSERT INTO "Feedback" ("id", "userId", "title", "body", "submissionId", "createdAt")
    VALUES (${newId(now)}::uuid, ${userId}::uuid, ${title}, ${body}, ${submissionId}::uuid, ${now})
    ON CONFLICT ("userId", "submissionId") DO UPDATE SET "submissionId" = EXCLUDED."submissionId"
    RETURNING "id", "title", "body"`;
  if (!row) throw new Error('Feedback was neither stored nor found.');
  return row;
}
