'use server';

import { RedirectType, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signUp as signUpVerb } from '@/lib/features/auth/server/sign-up';
import { verifyCredentials } from '@/lib/features/auth/server/verify-credentials';
import { runAction } from '@/lib/next/action';
import type { ActionResult } from '@/lib/next/action-result';
import { clientAddress, readerLocale } from '@/lib/next/context';
import { EMPTY_FORM, type FormState, textOf, toFormState } from '@/lib/next/form-state';
import { readDevice, startSession } from '@/lib/next/session';
import { safeReturnPath } from '@/lib/return-path';

/** 「회원가입」: makes the member, signs them in and goes on. @returns only when it was refused */
export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const shown = {
    email: textOf(form, 'email'),
    nickname: textOf(form, 'nickname'),
    provinceCode: textOf(form, 'provinceCode'),
    regionCode: textOf(form, 'regionCode'),
  };
  const secrets = { password: textOf(form, 'password'), passwordConfirm: textOf(form, 'passwordConfirm') };
  const from = { address: await clientAddress(), locale: await readerLocale() };
  const result = await runAction((ctx) => signUpVerb(ctx, { ...shown, ...secrets }, from), undefined);
  if (!result.ok) return toFormState(result, shown);
  await startSession(result.data);
  redirect(safeReturnPath(textOf(form, 'next')), RedirectType.replace);
}

/** 「로그인」. @returns only when it was refused */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const email = textOf(form, 'email').trim();
  const password = textOf(form, 'password');
  const otp = textOf(form, 'otp');
  const fields = await missingFields(email, password);
  if (Object.keys(fields).length > 0) return { message: null, fields, values: { email } };
  const from = { address: await clientAddress(), device: await readDevice() };
  const result = await runAction((ctx) => verifyCredentials(ctx, { email, password, otp }, from), undefined);
  if (!result.ok) {
    const isSecond = textOf(form, 'step') === 'code';
    if (isSecond || 'otp' in result.error.fields) return secondStep(result, { email, isFirst: !isSecond });
    return toFormState(result, { email });
  }
  await startSession(result.data);
  redirect(safeReturnPath(textOf(form, 'next')), RedirectType.replace);
}

/** The form goes on to ask for the code; the first time it says nothing of a fault. */
function secondStep(
  result: Extract<ActionResult<unknown>, { ok: false }>,
  { email, isFirst }: { email: string; isFirst: boolean },
): FormState {
  const values = { email, step: 'code' };
  return isFirst ? { ...EMPTY_FORM, values } : toFormState(result, values);
}

async function missingFields(email: string, password: string): Promise<Record<string, string>> {
  const t = await getTranslations('auth');
  return {
    ...(email === '' && { email: t('enterEmail') }),
    ...(password === '' && { password: t('enterPassword') }),
  };
}
