import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MemberActor, requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';

const PATIENCE_MS = 10_000;
/**
 * A process that died between doing and writing down, or lost the database there: whoever asks again after this does it
 * again. Two that do it at once make one thing of it (see onceIdOf).
 */
const ABANDONED_MS = 3_000;

/** The same key came with another request. */
export class KeyReused extends DomainError {
  constructor() {
    super('CONFLICT', 'sentBefore');
  }
}

interface Kept {
  requestHash: string;
  response: { body: unknown } | null;
  createdAt: Date;
  isAbandoned: boolean;
}

export interface OnceRequest {
  operation: string;
  key: string;
  /** what was asked, as it came */
  content: unknown;
}

/**
 * Runs a creation once for each key of a member, whoever repeats it and when: a repetition gets the answer of the first,
 * one that comes while the first is under way waits for it. A refusal is not kept: the same key may try again.
 *
 * @throws UNAUTHENTICATED, INVALID for a content that is no JSON, KeyReused (CONFLICT) for the same key with another request,
 *   UNAVAILABLE when the first takes too long, what the work throws
 */
export async function once<T>(
  ctx: ServiceContext,
  { operation, key, content }: OnceRequest,
  work: () => Promise<T>,
): Promise<T> {
  const { id: userId } = requireMember(ctx.actor);
  const place = { userId, operation, key };
  const requestHash = digest(content);
  const giveUpAt = performance.now() + PATIENCE_MS;
  let mine = await begin(ctx, place, requestHash);
  while (!mine) {
    const kept = await find(ctx, place);
    if (kept && kept.requestHash !== requestHash) throw new KeyReused();
    // What the same operation gave before, in JSON as any answer is.
    if (kept?.response) return kept.response.body as T;
    if (kept?.isAbandoned) await forget(ctx, { ...place, createdAt: kept.createdAt });
    else if (performance.now() > giveUpAt) throw new DomainError('UNAVAILABLE', 'busy');
    else await sleep(50);
    mine = await begin(ctx, place, requestHash);
  }
  try {
    const body = await work();
    await ctx.db.idempotencyKey.updateMany({
      where: mine,
      data: { response: { body: (body ?? null) as object } },
    });
    return body;
  } catch (error) {
    // Without the database it stays, and is given up in time.
    await forget(ctx, mine).catch(() => undefined);
    throw error;
  }
}

/**
 * An id made of the key: verbs make one thing of it (an item's submission, a message's clientId, the thing's own id)
 * even where the answer was lost with its process.
 */
export function onceIdOf(actor: MemberActor, operation: string, key: string): string {
  const hex = createHash('sha256').update(`${actor.id} ${operation} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** @throws INVALID for what only the wire of server actions can carry: a bigint, an object that holds itself */
function digest(content: unknown): string {
  return createHash('sha256').update(toJson(content)).digest('base64url');
}

function toJson(content: unknown): string {
  try {
    return JSON.stringify(content);
  } catch {
    throw new DomainError('INVALID', 'invalid');
  }
}

type Place = { userId: string; operation: string; key: string };

/** A place as one request took it: another that took it over after it was given up has another time. */
type Taken = Place & { createdAt: Date };

async function begin(ctx: ServiceContext, place: Place, requestHash: string): Promise<Taken | null> {
  const taken = { ...place, createdAt: ctx.now() };
  const { count } = await ctx.db.idempotencyKey.createMany({
    data: { ...taken, requestHash },
    skipDuplicates: true,
  });
  return count === 1 ? taken : null;
}

async function find(ctx: ServiceContext, { userId, operation, key }: Place): Promise<Kept | null> {
  const since = new Date(ctx.now().getTime() - ABANDONED_MS);
  const [row] = await ctx.db.$queryRaw<Kept[]>`
    SELECT "requestHash", "response", "createdAt", "response" IS NULL AND "createdAt" < ${since} AS "isAbandoned"
    FROM "IdempotencyKey" WHERE "userId" = ${userId}::uuid AND "operation" = ${operation} AND "key" = ${key}`;
  return row ?? null;
}

async function forget(ctx: ServiceContext, taken: Taken) {
  await ctx.db.idempotencyKey.deleteMany({ where: taken });
}
