'use server';

import { RedirectType, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signUp as signUpVerb } from '@/lib/features/auth/server/sign-up';
import { verifyCredentials } from '@/lib/features/auth/server/verify-credentials';
import { runAction } from '@/lib/next/action';
import { clientAddress, readerLocale } from '@/lib/next/context';
import { type FormState, textOf, toFormState } from '@/lib/next/form-state';
import { startSession } from '@/lib/next/session';
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
  const fields = await missingFields(email, password);
  if (Object.keys(fields).length > 0) return { message: null, fields, values: { email } };
  const address = await clientAddress();
  const result = await runAction(
    (ctx) => verifyCredentials(ctx, { email, password }, { address }),
    undefined,
  );
  if (!result.ok) return toFormState(result, { email });
  await startSession(result.data);
  redirect(safeReturnPath(textOf(form, 'next')), RedirectType.replace);
}

async function missingFields(email: string, password: string): Promise<Record<string, string>> {
  const t = await getTranslations('auth');
  return {
    ...(email === '' && { email: t('enterEmail') }),
    ...(password === '' && { password: t('enterPassword') }),
  };
}
