'use server';

import { refresh } from 'next/cache';
import type { ServiceContext } from '@/lib/core/context';
import { beginTwoStep } from '@/lib/features/auth/server/begin-two-step';
import { confirmTwoStep } from '@/lib/features/auth/server/confirm-two-step';
import { endTwoStep } from '@/lib/features/auth/server/end-two-step';
import { renewRecoveryCodes } from '@/lib/features/auth/server/renew-recovery-codes';
import { toQrCode } from '@/lib/format/qr-code';
import { runAction } from '@/lib/next/action';
import type { ActionResult } from '@/lib/next/action-result';
import { clientAddress } from '@/lib/next/context';
import { DONE, EMPTY_FORM, type FormState, textOf, toFormState } from '@/lib/next/form-state';
import { startSession } from '@/lib/next/session';

/** 「2단계 인증 켜기」, first step: the password. @returns the key for the app in `values` */
export async function offerTwoStep(_: FormState, form: FormData): Promise<FormState> {
  const result = await from(beginTwoStep, { currentPassword: textOf(form, 'currentPassword') });
  if (!result.ok) return toFormState(result, {});
  const { key, uri } = result.data;
  const { size, path } = toQrCode(uri);
  return { ...EMPTY_FORM, values: { key, size: String(size), path } };
}

/** Its second step: a code of the app. Every other session ends. @returns the recovery codes in `values` */
export async function switchOnTwoStep(_: FormState, form: FormData): Promise<FormState> {
  const result = await from(confirmTwoStep, { otp: textOf(form, 'otp') });
  if (!result.ok) return toFormState(result, {});
  await startSession(result.data.claims);
  return { ...DONE, values: { codes: result.data.recoveryCodes.join(' ') } };
}

/** 「2단계 인증 끄기」: every other session ends. */
export async function switchOffTwoStep(_: FormState, form: FormData): Promise<FormState> {
  const input = { currentPassword: textOf(form, 'currentPassword'), otp: textOf(form, 'otp') };
  const result = await from(endTwoStep, input);
  if (!result.ok) return toFormState(result, {});
  await startSession(result.data);
  return DONE;
}

/** 「복구 코드 다시 만들기」. @returns the new ones in `values` */
export async function makeRecoveryCodes(_: FormState, form: FormData): Promise<FormState> {
  const result = await from(renewRecoveryCodes, { otp: textOf(form, 'otp') });
  if (!result.ok) return toFormState(result, {});
  refresh();
  return { ...DONE, values: { codes: result.data.join(' ') } };
}

async function from<I, T>(
  verb: (ctx: ServiceContext, input: I, place: { address: string }) => Promise<T>,
  input: I,
): Promise<ActionResult<T>> {
  const address = await clientAddress();
  return runAction((ctx) => verb(ctx, input, { address }), undefined);
}
