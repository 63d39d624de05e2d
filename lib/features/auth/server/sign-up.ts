import type { ServiceContext } from '@/lib/core/context';
import { DomainError, type FieldProblem } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import { parseInput } from '@/lib/core/parse';
import { databaseCode, violatedConstraint } from '@/lib/db/errors';
import type { Prisma } from '@/lib/db/generated/client';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { type SignUpInput, signUpSchema } from '@/lib/features/auth/schemas';
import { requireRegion } from '@/lib/features/regions/server/require-region';
import { refuseKnownPassword } from './known-passwords';
import { sendLetter, storeLetter } from './letters';
import { networkOf } from './network';
import { noteAuth } from './note-auth';
import { hashPassword } from './password-hash';
import { rateLimiter } from './rate-limiter';
import type { SessionClaims } from './resolve-actor';

/** Many members come from one network: an office, a school, a town behind one address of a phone company. */
const BY_ADDRESS = { prefix: 'sign-up-address', points: 60, windowSeconds: 3600 };
/** Whether an address is taken is told only so often; whoever mistypes, or wants another's nickname, asks a few times. */
const TRIES = { prefix: 'sign-up-tries', points: 150, windowSeconds: 3600 };

/**
 * Makes a member, and writes to them with a link that verifies their address.
 *
 * @param from network address and language of who asks
 * @returns what the new session is to claim
 * @throws INVALID by field, CONFLICT with the fields `email` and `nickname` that others have, RATE_LIMITED after 60 new
 *   members, or 150 tries, an hour from a network
 */
export async function signUp(
  ctx: ServiceContext,
  input: SignUpInput,
  from: { address: string; locale: Locale },
): Promise<SessionClaims> {
  if (ctx.actor.kind === 'member') throw new DomainError('CONFLICT', 'auth.signedIn');
  const { email, password, nickname, regionCode } = parseInput(signUpSchema, input);
  await requireRegion(ctx, regionCode);
  await rateLimiter(ctx.db, TRIES, 'auth.tooManyTries').count(networkOf(from.address));
  await refuseTaken(ctx, email, nickname);
  await rateLimiter(ctx.db, BY_ADDRESS, 'auth.tooManySignUps').count(networkOf(from.address));
  await refuseKnownPassword(password, { email, nickname });
  const passwordHash = await hashPassword(password);
  const { user, letterId } = await inTransaction(ctx, async ({ db }) => {
    const data = { email, nickname, passwordHash, regionCode, createdAt: ctx.now() };
    const user = await createMember(db, data);
    const letter = { kind: 'VERIFY_EMAIL', userId: user.userId, email, locale: from.locale } as const;
    return { user, letterId: await storeLetter(db, ctx, letter) };
  });
  ctx.afterwards(() => sendLetter(ctx, letterId));
  noteAuth(ctx, 'sign-up', user.userId);
  return user;
}

type NewMember = Pick<
  Prisma.UserUncheckedCreateInput,
  'email' | 'nickname' | 'passwordHash' | 'regionCode' | 'createdAt'
>;

async function createMember(db: Tx['db'], data: NewMember): Promise<SessionClaims> {
  try {
    const { id, sessionVersion } = await db.user.create({ data, select: { id: true, sessionVersion: true } });
    return { userId: id, sessionVersion };
  } catch (error) {
    throw takenByRace(error) ?? error;
  }
}

async function refuseTaken(ctx: ServiceContext, email: string, nickname: string) {
  const others = await ctx.db.user.findMany({
    where: { OR: [{ email }, { nickname }] },
    select: { email: true, nickname: true },
  });
  const problems: FieldProblem[] = [];
  if (others.some((other) => isSame(other.email, email))) problems.push(EMAIL_TAKEN);
  if (others.some((other) => isSame(other.nickname, nickname))) problems.push(NICKNAME_TAKEN);
  if (problems.length > 0) throw taken(problems);
}

/** Two that sign up at once: the unique index decides, and its name says which field it was. */
function takenByRace(error: unknown): DomainError | null {
  if (!['P2002', '23505'].includes(databaseCode(error) ?? '')) return null;
  return taken([violatedConstraint(error).includes('User_email_key') ? EMAIL_TAKEN : NICKNAME_TAKEN]);
}

const EMAIL_TAKEN: FieldProblem = { field: 'email', reason: { key: 'auth.emailTaken' } };
const NICKNAME_TAKEN: FieldProblem = { field: 'nickname', reason: { key: 'auth.nicknameTaken' } };

function taken(fields: FieldProblem[]): DomainError {
  return new DomainError('CONFLICT', fields[0]?.reason ?? 'conflict', { fields });
}

function isSame(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
