import type { Profile, TokenSet } from 'next-auth';
import KakaoProvider, { type KakaoProfile } from 'next-auth/providers/kakao';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { serverEnv } from '@/lib/env/server-env';
import { readKakaoProfile } from '@/lib/features/auth/kakao';

const PATIENCE_MS = 8_000;

/** Whether this site was given the keys of an application at Kakao. */
export function isKakaoOffered(): boolean {
  return serverEnv().KAKAO_CLIENT_ID !== undefined;
}

/**
 * Kakao as an OpenID provider: state, PKCE and nonce are checked by next-auth, the signed identity by its library. The
 * profile comes from Kakao's own API, since only it says whether an e-mail is verified.
 */
export function kakaoProviders(): OAuthConfig<KakaoProfile>[] {
  const env = serverEnv();
  if (!env.KAKAO_CLIENT_ID || !env.KAKAO_CLIENT_SECRET) return [];
  return [
    KakaoProvider({
      clientId: env.KAKAO_CLIENT_ID,
      clientSecret: env.KAKAO_CLIENT_SECRET,
      issuer: env.KAKAO_AUTH_URL,
      idToken: true,
      checks: ['state', 'pkce', 'nonce'],
      authorization: {
        url: `${env.KAKAO_AUTH_URL}/oauth/authorize`,
        params: { scope: 'openid profile_nickname account_email' },
      },
      token: `${env.KAKAO_AUTH_URL}/oauth/token`,
      jwks_endpoint: `${env.KAKAO_AUTH_URL}/.well-known/jwks.json`,
      httpOptions: { timeout: PATIENCE_MS },
      userinfo: {
        url: `${env.KAKAO_API_URL}/v2/user/me`,
        request: ({ tokens }) => fetchProfile(`${env.KAKAO_API_URL}/v2/user/me`, tokens),
      },
      profile: (profile) => {
        const person = readKakaoProfile(profile);
        return { id: person.kakaoId, sessionVersion: 0, kakao: person };
      },
    }),
  ];
}

/** @throws when Kakao does not answer in time, or tells of somebody else than the one who signed in */
async function fetchProfile(url: string, tokens: TokenSet): Promise<Profile> {
  const answer = await fetch(url, {
    headers: { Authorization: `Bearer ${tokens.access_token}` },
    signal: AbortSignal.timeout(PATIENCE_MS),
    // The token goes to Kakao's own address and no further.
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(`Kakao answered ${answer.status} to a request for a profile.`);
  const profile: unknown = await answer.json();
  if (readKakaoProfile(profile).kakaoId !== subjectOf(tokens)) {
    throw new Error('The profile is of another person than the identity token.');
  }
  return profile as Profile;
}

/** The person of an identity token whose signature was checked before. */
function subjectOf({ id_token: token = '' }: TokenSet): unknown {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return typeof claims === 'object' && claims !== null && 'sub' in claims ? claims.sub : undefined;
}
