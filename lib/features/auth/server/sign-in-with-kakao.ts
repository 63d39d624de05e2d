import { randomInt } from 'node:crypto';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError, isDomainError } from '@/lib/core/errors';
import { inTransaction } from '@/lib/db/transaction';
import { type KakaoPerson, nicknameFrom } from '@/lib/features/auth/kakao';
import { noteSignIn } from './note-sign-in';
import type { SessionClaims } from './resolve-actor';

const TRIES = 8;

/**
 * Signs in whom Kakao has signed in; a first time makes a member, who has no district yet. An e-mail that another member
 * has is never merged: that member signs in their own way and links Kakao from the profile.
 *
 * @param person read from Kakao's own answer, never from the browser
 * @returns what the new session is to claim
 * @throws CONFLICT `auth.kakaoEmail`, FORBIDDEN `auth.suspended`
 */
export async function signInWithKakao(ctx: ServiceContext, person: KakaoPerson): Promise<SessionClaims> {
  const known = await findMember(ctx, person.kakaoId);
  return noteSignIn(ctx, { way: 'kakao', memberId: known?.id }, async () => ({
    claims: await (known ? claimsOf(known) : welcome(ctx, person)),
    factor: 'kakao',
  }));
}

async function welcome(ctx: ServiceContext, person: KakaoPerson): Promise<SessionClaims> {
  for (let attempt = 0; ; attempt += 1) {
    await refuseTakenEmail(ctx, person);
    try {
      return await createMember(ctx, person, attempt === 0 ? '' : String(randomInt(1000, 10_000)));
    } catch (error) {
      // Somebody was faster: with this Kakao account (found next time), this address, or this nickname.
      if (!isTaken(error) || attempt === TRIES) throw error;
      const known = await findMember(ctx, person.kakaoId);
      if (known) return claimsOf(known);
    }
  }
}

interface KnownMember {
  id: string;
  status: 'ACTIVE' | 'SUSPENDED' | 'WITHDRAWN';
  sessionVersion: number;
}

async function findMember(ctx: ServiceContext, kakaoId: string): Promise<KnownMember | null> {
  return ctx.db.user.findFirst({
    where: { accounts: { some: { provider: 'kakao', providerAccountId: kakaoId } } },
    select: { id: true, status: true, sessionVersion: true },
  });
}

async function claimsOf({ id, status, sessionVersion }: KnownMember): Promise<SessionClaims> {
  if (status !== 'ACTIVE') throw new DomainError('FORBIDDEN', 'auth.suspended');
  return { userId: id, sessionVersion };
}

async function refuseTakenEmail(ctx: ServiceContext, { email }: KakaoPerson) {
  if (email && (await ctx.db.user.count({ where: { email } }))) {
    throw new DomainError('CONFLICT', 'auth.kakaoEmail');
  }
}

function createMember(
  ctx: ServiceContext,
  { kakaoId, email, nickname }: KakaoPerson,
  salt: string,
): Promise<SessionClaims> {
  const now = ctx.now();
  return inTransaction(ctx, async (tx) => {
    const user = await tx.db.user.create({
      data: {
        email,
        emailVerifiedAt: email ? now : null,
        nickname: nicknameFrom(nickname, salt),
        createdAt: now,
      },
      select: { id: true, sessionVersion: true },
    });
    await tx.db.account.create({
      data: { userId: user.id, provider: 'kakao', providerAccountId: kakaoId, createdAt: now },
      select: { id: true },
    });
    return { userId: user.id, sessionVersion: user.sessionVersion };
  });
}

function isTaken(error: unknown): boolean {
  return isDomainError(error) && error.reason.key === 'conflict';
}
