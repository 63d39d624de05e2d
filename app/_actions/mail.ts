'use server';

import { refresh } from 'next/cache';
import { RedirectType, redirect } from 'next/navigation';
import { requestEmailVerification as requestEmailVerificationVerb } from '@/lib/features/auth/server/request-email-verification';
import { requestPasswordReset as requestPasswordResetVerb } from '@/lib/features/auth/server/request-password-reset';
import { resetPassword as resetPasswordVerb } from '@/lib/features/auth/server/reset-password';
import { verifyEmail as verifyEmailVerb } from '@/lib/features/auth/server/verify-email';
import { runAction } from '@/lib/next/action';
import { clientAddress, readerLocale } from '@/lib/next/context';
import { DONE, type FormState, textOf, toFormState } from '@/lib/next/form-state';
import { forgetSession, rememberDevice } from '@/lib/next/session';
import { paths } from '@/lib/paths';

/** 「링크 받기」: says the same whether or not a member has the address. */
export async function requestPasswordReset(_: FormState, form: FormData): Promise<FormState> {
  const email = textOf(form, 'email');
  const from = { address: await clientAddress(), locale: await readerLocale() };
  const result = await runAction((ctx) => requestPasswordResetVerb(ctx, { email }, from), undefined);
  return result.ok ? { ...DONE, values: { email } } : toFormState(result, { email });
}

/** 「비밀번호 저장」 behind the link of a letter. @returns only when it was refused */
export async function resetPassword(_: FormState, form: FormData): Promise<FormState> {
  const result = await runAction(resetPasswordVerb, {
    token: textOf(form, 'token'),
    password: textOf(form, 'password'),
    passwordConfirm: textOf(form, 'passwordConfirm'),
  });
  if (!result.ok) return withoutToken(toFormState(result, {}));
  await forgetSession();
  // Strangers who guess at this account do not hold its owner up here (sign-in-limiter.ts).
  await rememberDevice(result.data.userId);
  const notice = result.data.isKakaoUnlinked ? 'password-reset-kakao' : 'password-reset';
  redirect(paths.login(undefined, notice), RedirectType.replace);
}

/** 「이메일 확인하기」 behind the link of a letter. */
export async function verifyEmail(_: FormState, form: FormData): Promise<FormState> {
  const result = await runAction(verifyEmailVerb, { token: textOf(form, 'token') });
  return result.ok ? DONE : withoutToken(toFormState(result, {}));
}

/** 「확인 메일 받기」 */
export async function requestEmailVerification(): Promise<FormState> {
  const from = { locale: await readerLocale() };
  const result = await runAction((ctx) => requestEmailVerificationVerb(ctx, from), undefined);
  if (result.ok) return DONE;
  // Confirmed meanwhile, in another tab: the page says so.
  if (result.error.code === 'CONFLICT') refresh();
  return toFormState(result, {});
}

/** A token that is none has no field that shows it. */
function withoutToken(state: FormState): FormState {
  const { token, ...fields } = state.fields;
  return token ? { ...state, message: token, fields } : state;
}
