import { isDomainError } from '@/lib/core/errors';
import type { KakaoPerson } from '@/lib/features/auth/kakao';
import { linkKakao } from '@/lib/features/auth/server/link-kakao';
import type { SessionClaims } from '@/lib/features/auth/server/resolve-actor';
import { signInWithKakao } from '@/lib/features/auth/server/sign-in-with-kakao';
import { paths } from '@/lib/paths';
import { getContext } from './context';
import { takeKakaoLink } from './kakao-link';

/**
 * What becomes of somebody whom Kakao has just signed in: a session of theirs, or the path of a page that says why not.
 * Never throws: next-auth would write the message into an address.
 */
export async function welcomeFromKakao(person: KakaoPerson): Promise<SessionClaims | string> {
  const linkingId = await takeKakaoLink();
  const ctx = await getContext();
  try {
    if (linkingId === null) return await signInWithKakao({ ...ctx, actor: { kind: 'visitor' } }, person);
    if (ctx.actor.kind !== 'member' || ctx.actor.id !== linkingId) {
      return paths.login(paths.myPage('profile'), 'kakao-failed');
    }
    return await linkKakao(ctx, person);
  } catch (error) {
    if (!isDomainError(error)) {
      ctx.logger.error({ err: error, requestId: ctx.requestId }, 'signing in with Kakao failed');
    }
    return whyNot(isDomainError(error) ? error.reason.key : 'unexpected');
  }
}

function whyNot(reason: string): string {
  switch (reason) {
    case 'auth.kakaoEmail':
      return paths.login(paths.myPage('profile'), 'kakao-email');
    case 'auth.suspended':
      return paths.login(undefined, 'kakao-suspended');
    case 'auth.kakaoTaken':
      return paths.profileAfterKakao('taken');
    case 'auth.kakaoLinked':
      return paths.profileAfterKakao('linked-before');
    default:
      return paths.login(undefined, 'kakao-failed');
  }
}
