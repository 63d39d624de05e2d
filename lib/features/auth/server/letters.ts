import { z } from 'zod';
import type { ServiceContext } from '@/lib/core/context';
import { idSchema } from '@/lib/core/ids';
import { LOCALES, type Locale } from '@/lib/core/locale';
import { newId } from '@/lib/core/new-id';
import type { Tx } from '@/lib/db/transaction';
import { writeLetter } from './write-letter';

const receiverSchema = z.object({ email: z.string(), userId: idSchema.optional() });

/** What a letter is about; whether there is somebody to write to is found out when it is written. */
export interface LetterOrder {
  kind: 'VERIFY_EMAIL' | 'RESET_PASSWORD';
  email: string;
  /** the member whose address it has to be still */
  userId?: string;
  locale: Locale;
}

interface LetterRow {
  id: string;
  kind: LetterOrder['kind'];
  locale: string;
  sealed: Uint8Array;
  tries: number;
}

const MINUTE_MS = 60_000;
/** Who has waited that long for a letter has asked again. */
const LATEST_MINUTES = { RESET_PASSWORD: 60, VERIFY_EMAIL: 24 * 60 } satisfies Record<
  LetterOrder['kind'],
  number
>;
/** A run of the job begins no letter after that. */
const RUN_MS = 5_000;

/**
 * Keeps a letter until it was sent, whatever becomes of this process or of the mail server; `sendLetter` is to follow the
 * commit. One and the same statement for every address, also one that nobody has.
 *
 * @returns its id
 */
export async function storeLetter(
  db: Tx['db'],
  ctx: ServiceContext,
  { kind, locale, ...receiver }: LetterOrder,
): Promise<string> {
  const now = ctx.now();
  const id = newId(now);
  const endsAt = new Date(now.getTime() + LATEST_MINUTES[kind] * MINUTE_MS);
  const sealed = ctx.vault.seal(JSON.stringify(receiver), id);
  await db.letter.create({
    data: { id, kind, locale, sealed, nextTryAt: now, endsAt, createdAt: now },
    select: { id: true },
  });
  return id;
}

/** Sends a letter that was stored just now. When it does not go, the job tries again: 1, 2, 4, … 60 minutes later. */
export async function sendLetter(ctx: ServiceContext, id: string): Promise<void> {
  const letter = await takeLetter(ctx, id);
  if (letter) await trySending(ctx, letter);
}

/**
 * The job: sends what is due and has not gone, and gives up what is too late. A letter goes at least once: when this
 * process dies, or the row cannot be removed, after the mail server took it, it goes again.
 */
export async function sendDueLetters(ctx: ServiceContext): Promise<{ sent: number; givenUp: number }> {
  const late = await ctx.db.letter.deleteMany({ where: { endsAt: { lte: ctx.now() } } });
  if (late.count > 0) ctx.logger.error({ letters: late.count }, 'letters were never sent: it is too late');
  const begun = performance.now();
  let sent = 0;
  while (performance.now() - begun < RUN_MS) {
    const letter = await takeLetter(ctx, null);
    if (!letter) break;
    if (await trySending(ctx, letter)) sent += 1;
  }
  return { sent, givenUp: late.count };
}

/** Of two that want it one gets it; nobody else does before its next try. */
async function takeLetter(ctx: ServiceContext, id: string | null): Promise<LetterRow | null> {
  const now = ctx.now();
  const [letter] = await ctx.db.$queryRaw<LetterRow[]>`
    UPDATE "Letter" SET "tries" = "tries" + 1,
      "nextTryAt" = ${now}::timestamptz + least(60, 2 ^ least("tries", 10)) * interval '1 minute'
    WHERE "id" = (
      SELECT "id" FROM "Letter" WHERE "nextTryAt" <= ${now} AND "endsAt" > ${now}
        AND (${id}::uuid IS NULL OR "id" = ${id}::uuid)
      ORDER BY "nextTryAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id", "kind"::text AS "kind", "locale", "sealed", "tries"`;
  return letter ?? null;
}

/** @returns whether it is done with: it was sent, or there is nobody to write to */
async function trySending(ctx: ServiceContext, { id, kind, sealed, tries, ...letter }: LetterRow) {
  const opened = ctx.vault.open(sealed, id);
  const locale = LOCALES.find((known) => known === letter.locale) ?? 'ko';
  try {
    const order = opened === null ? null : { kind, locale, ...receiverSchema.parse(JSON.parse(opened)) };
    const mail = order && (await writeLetter(ctx, order));
    if (mail) await ctx.mail.send(mail);
    await ctx.db.letter.deleteMany({ where: { id } });
    return true;
  } catch (error) {
    ctx.logger.warn({ kind, tries, ...reasonOf(error), requestId: ctx.requestId }, 'a letter was not sent');
    return false;
  }
}

/** Codes only: what a mail server says names its receivers. */
function reasonOf(error: unknown): { code?: unknown; responseCode?: unknown } {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return { code, responseCode };
}
