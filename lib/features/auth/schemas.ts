import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';

/** Limits of PRODUCT.md 4. */
export const emailSchema = z
  .string({ error: 'auth.email' })
  .trim()
  .max(50, { error: 'auth.email' })
  .pipe(z.email({ error: 'auth.email' }))
  .transform((email) => email.toLowerCase());

export const passwordSchema = z
  .string({ error: 'auth.password' })
  .min(8, { error: 'auth.password' })
  .max(128, { error: 'auth.password' })
  .refine((text) => /\p{L}/u.test(text) && /\d/.test(text) && /[^\p{L}\p{N}\s]/u.test(text), {
    error: 'auth.password',
  });

export const nicknameSchema = z
  .string({ error: 'auth.nickname' })
  .max(64, { error: 'auth.nickname', abort: true })
  .transform((text) => text.trim().normalize('NFC'))
  .refine((text) => /^[0-9A-Za-z가-힣ㄱ-ㅎㅏ-ㅣ]{2,10}$/.test(text), { error: 'auth.nickname' });

export const regionCodeSchema = z
  .string({ error: 'region.required' })
  .regex(/^\d{5}$/, { error: 'region.required' });

export const signUpSchema = z
  .object({
    email: emailSchema,
    password: passwordSchema,
    passwordConfirm: z.string({ error: 'auth.passwordConfirm' }),
    nickname: nicknameSchema,
    regionCode: regionCodeSchema,
  })
  .refine((input) => input.password === input.passwordConfirm, {
    path: ['passwordConfirm'],
    error: 'auth.passwordConfirm',
  });

export type SignUpInput = z.input<typeof signUpSchema>;

/** Only shape: what is wrong is never told apart from what is unknown. */
export const signInSchema = z.object({
  email: z.string({ error: 'auth.required' }).max(200),
  password: z.string({ error: 'auth.required' }).max(200),
  /** code of the app, or a recovery code, of members with 2단계 인증 */
  otp: z.string().max(50).optional(),
});

export type SignInInput = z.input<typeof signInSchema>;

/** Of a member who is signed in and asked once more. */
export const currentPasswordSchema = z
  .string({ error: 'account.currentPassword' })
  .min(1, { error: 'account.currentPassword' })
  .max(200, { error: 'account.wrongPassword' });
const otp = z
  .string({ error: 'auth.codeRequired' })
  .trim()
  .min(1, { error: 'auth.codeRequired' })
  .max(50, { error: 'auth.codeWrong' });

export const beginTwoStepSchema = z.object({ currentPassword: currentPasswordSchema });
export type BeginTwoStepInput = z.input<typeof beginTwoStepSchema>;

export const codeSchema = z.object({ otp });
export type CodeInput = z.input<typeof codeSchema>;

export const endTwoStepSchema = z.object({ currentPassword: currentPasswordSchema, otp });
export type EndTwoStepInput = z.input<typeof endTwoStepSchema>;

/** Of a member who may have 2단계 인증, or not. */
export const optionalCodeSchema = z.string().max(50, { error: 'auth.codeWrong' }).optional();

export const bothStepsSchema = z.object({ currentPassword: currentPasswordSchema, otp: optionalCodeSchema });
export type BothStepsInput = z.input<typeof bothStepsSchema>;

export const endOwnSessionSchema = z.object({
  sessionId: idSchema,
  /** '' of members without one */
  currentPassword: z
    .string({ error: 'account.currentPassword' })
    .max(200, { error: 'account.wrongPassword' }),
});
export type EndOwnSessionInput = z.input<typeof endOwnSessionSchema>;

export const refreshTokenSchema = z.object({
  refreshToken: z
    .string({ error: 'auth.tokenRequired' })
    .min(1, { error: 'auth.tokenRequired' })
    .max(200, { error: 'auth.tokenRequired' }),
});
export type RefreshTokenInput = z.input<typeof refreshTokenSchema>;

export const requestPasswordResetSchema = z.object({ email: emailSchema });
export type RequestPasswordResetInput = z.input<typeof requestPasswordResetSchema>;

/** What a link of a letter carries. */
const linkTokenSchema = z
  .string({ error: 'auth.linkEnded' })
  .regex(/^[\w-]{20,100}$/, { error: 'auth.linkEnded' });

export const verifyEmailSchema = z.object({ token: linkTokenSchema });
export type VerifyEmailInput = z.input<typeof verifyEmailSchema>;

export const resetPasswordSchema = z
  .object({
    token: linkTokenSchema,
    password: passwordSchema,
    passwordConfirm: z.string({ error: 'auth.passwordConfirm' }),
  })
  .refine((input) => input.password === input.passwordConfirm, {
    path: ['passwordConfirm'],
    error: 'auth.passwordConfirm',
  });
export type ResetPasswordInput = z.input<typeof resetPasswordSchema>;
