import { z } from 'zod';
import {
  currentPasswordSchema,
  nicknameSchema,
  optionalCodeSchema,
  passwordSchema,
  regionCodeSchema,
} from '@/lib/features/auth/schemas';

export const changeNicknameSchema = z.object({ nickname: nicknameSchema });
export type ChangeNicknameInput = z.input<typeof changeNicknameSchema>;

/** One or both. */
export const updateAccountSchema = z.object({
  nickname: nicknameSchema.optional(),
  regionCode: regionCodeSchema.optional(),
});
export type UpdateAccountInput = z.input<typeof updateAccountSchema>;

export const changePasswordSchema = z
  .object({
    currentPassword: currentPasswordSchema,
    password: passwordSchema,
    passwordConfirm: z.string({ error: 'auth.passwordConfirm' }),
    otp: optionalCodeSchema,
  })
  .refine((input) => input.password === input.passwordConfirm, {
    path: ['passwordConfirm'],
    error: 'auth.passwordConfirm',
  });
export type ChangePasswordInput = z.input<typeof changePasswordSchema>;

export const changeAvatarSchema = z.object({
  /** an upload of the member's own; null takes the picture away */
  uploadKey: z
    .string({ error: 'image.missing' })
    .min(1, { error: 'image.missing' })
    .max(200, { error: 'image.missing' })
    .nullable(),
});
export type ChangeAvatarInput = z.input<typeof changeAvatarSchema>;
