import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { isDomainError } from '@/lib/core/errors';
import { serverEnv } from '@/lib/env/server-env';
import { endSession } from '@/lib/features/auth/server/end-session';
import { verifyCredentials } from '@/lib/features/auth/server/verify-credentials';
import { toSession } from '@/lib/realtime/server/session-claims';
import { createContext } from '@/lib/runtime/create-context';
import { getLogger } from '@/lib/runtime/logger';
import { hostCookieName, hostCookieOptions } from './host-cookie';
import { kakaoProviders } from './kakao';
import { welcomeFromKakao } from './kakao-callback';
import { newSession, SESSION_SECONDS, sessionCookieName } from './session';

/** Sessions are signed tokens; whether one still counts is asked of the domain at each use (resolve-actor.ts). */
export function authOptions(): AuthOptions {
  return {
    secret: serverEnv().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: authCookies(),
    pages: { signIn: '/login', error: '/login' },
    // What it would log holds names and addresses.
    logger: {
      error: (code) => getLogger().warn({ code }, 'a sign-in failed'),
      warn: () => undefined,
      debug: () => undefined,
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: async (credentials, request) => {
          try {
            const address = String(request.headers?.['x-client-address'] ?? 'unknown');
            const claims = await verifyCredentials(createContext({ kind: 'visitor' }), credentials, {
              address,
            });
            return { id: claims.userId, sessionVersion: claims.sessionVersion };
          } catch (error) {
            if (isDomainError(error)) return null;
            throw error;
          }
        },
      }),
      ...kakaoProviders(),
    ],
    events: {
      signOut: async ({ token }) => {
        const session = toSession({ ...token, exp: Date.now() / 1_000 + SESSION_SECONDS });
        if (session) await endSession(createContext({ kind: 'system' }), session);
      },
    },
    callbacks: {
      signIn: async ({ user }) => {
        if (!user.kakao) return true;
        const outcome = await welcomeFromKakao(user.kakao);
        if (typeof outcome === 'string') return serverEnv().NEXTAUTH_URL.replace(/\/+$/, '') + outcome;
        // next-auth hands this same object to `jwt` below.
        Object.assign(user, { id: outcome.userId, sessionVersion: outcome.sessionVersion });
        return true;
      },
      // Only what identifies the session: names and addresses stay in the database.
      jwt: async ({ token, user }) => {
        if (user) {
          const session = await newSession(user.id);
          return { sub: user.id, userId: user.id, sessionVersion: user.sessionVersion, ...session };
        }
        const { sub, userId, sessionVersion, sessionId, endsAt } = token;
        return { sub, userId, sessionVersion, sessionId, endsAt };
      },
      session: ({ session, token }) => ({ expires: session.expires, user: { id: token.userId } }),
    },
  };
}

/** How long somebody may take at Kakao. */
const ELSEWHERE_SECONDS = 900;

/** next-auth's own, whose names have weaker prefixes. */
function authCookies(): AuthOptions['cookies'] {
  const options = hostCookieOptions();
  const short = { ...options, maxAge: ELSEWHERE_SECONDS };
  return {
    sessionToken: { name: sessionCookieName(), options },
    callbackUrl: { name: hostCookieName('next-auth.callback-url'), options },
    csrfToken: { name: hostCookieName('next-auth.csrf-token'), options },
    pkceCodeVerifier: { name: hostCookieName('next-auth.pkce.code_verifier'), options: short },
    state: { name: hostCookieName('next-auth.state'), options: short },
    nonce: { name: hostCookieName('next-auth.nonce'), options: short },
  };
}
