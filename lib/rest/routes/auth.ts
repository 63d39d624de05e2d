import { refreshTokenSchema, signInSchema } from '@/lib/features/auth/schemas';
import { issueTokens, refreshTokens, revokeTokens, type TokenGrant } from '@/lib/features/auth/server/tokens';
import { type Operation, operation } from '@/lib/rest/operation';
import { tokensSchema } from '@/lib/rest/schemas';

export type SignTokens = (grant: TokenGrant) => Promise<object>;

const tag = 'auth';

/** @param sign makes the access token: the domain knows no secret */
export function authRoutes(sign: SignTokens): Operation[] {
  return [
    operation({
      id: 'issueTokens',
      method: 'post',
      path: '/auth/token',
      tag,
      access: 'public',
      summary: 'Sign in with e-mail and password',
      description:
        'Members with two-step sign-in send `otp` too: a code of their app, or a recovery code. Without it the answer to the right password is 401 with an error at `otp`.',
      body: signInSchema,
      status: 200,
      response: tokensSchema,
      refuses: ['INVALID', 'UNAUTHENTICATED', 'FORBIDDEN', 'RATE_LIMITED'],
      run: async (ctx, { body, address }) => sign(await issueTokens(ctx, body, { address })),
    }),
    operation({
      id: 'refreshTokens',
      method: 'post',
      path: '/auth/refresh',
      tag,
      access: 'public',
      summary: 'A new access token, and the next refresh token',
      description: 'A refresh token is good once. One that comes again ends its whole family.',
      body: refreshTokenSchema,
      status: 200,
      response: tokensSchema,
      refuses: ['INVALID', 'UNAUTHENTICATED'],
      run: async (ctx, { body }) => sign(await refreshTokens(ctx, body)),
    }),
    operation({
      id: 'revokeTokens',
      method: 'post',
      path: '/auth/revoke',
      tag,
      access: 'public',
      summary: 'End a family of refresh tokens',
      description: 'Says nothing about whether there was one.',
      body: refreshTokenSchema,
      status: 204,
      response: null,
      refuses: ['INVALID'],
      run: (ctx, { body }) => revokeTokens(ctx, body),
    }),
  ];
}
