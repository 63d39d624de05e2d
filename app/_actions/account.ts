'use server';

import { randomUUID } from 'node:crypto';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { ServiceContext } from '@/lib/core/context';
import type { ChangeAvatarInput } from '@/lib/features/account/schemas';
import { changeAvatar as changeAvatarVerb } from '@/lib/features/account/server/change-avatar';
import { changeNickname as changeNicknameVerb } from '@/lib/features/account/server/change-nickname';
import { changePassword as changePasswordVerb } from '@/lib/features/account/server/change-password';
import { withdraw as withdrawVerb } from '@/lib/features/account/server/withdraw';
import type { BothStepsInput } from '@/lib/features/auth/schemas';
import { endOwnSession } from '@/lib/features/auth/server/end-own-session';
import { endAllSessions } from '@/lib/features/auth/server/end-session';
import { confirmKakaoLink, unlinkKakao as unlinkKakaoVerb } from '@/lib/features/auth/server/link-kakao';
import { writeFeedback as writeFeedbackVerb } from '@/lib/features/feedback/server/write-feedback';
import { setRegion } from '@/lib/features/users/server/set-region';
import { runAction } from '@/lib/next/action';
import type { ActionRefusal, ActionResult } from '@/lib/next/action-result';
import { clientAddress } from '@/lib/next/context';
import { DONE, type FormState, textOf, toFormState } from '@/lib/next/form-state';
import { rememberKakaoLink } from '@/lib/next/kakao-link';
import { asOnce } from '@/lib/next/once';
import { forgetSession, startSession } from '@/lib/next/session';

export async function changeNickname(_: FormState, form: FormData): Promise<FormState> {
  const nickname = textOf(form, 'nickname');
  const result = await runAction(changeNicknameVerb, { nickname });
  if (!result.ok) return toFormState(result, { nickname });
  refresh();
  return DONE;
}

export async function changeRegion(_: FormState, form: FormData): Promise<FormState> {
  const shown = { provinceCode: textOf(form, 'provinceCode'), regionCode: textOf(form, 'regionCode') };
  const result = await runAction(setRegion, { regionCode: shown.regionCode });
  if (!result.ok) return toFormState(result, shown);
  refresh();
  return DONE;
}

/** Every other session of the member ends; this browser gets a new one. */
export async function changePassword(_: FormState, form: FormData): Promise<FormState> {
  const input = {
    currentPassword: textOf(form, 'currentPassword'),
    password: textOf(form, 'password'),
    passwordConfirm: textOf(form, 'passwordConfirm'),
    otp: textOf(form, 'otp'),
  };
  const address = await clientAddress();
  const result = await runAction((ctx) => changePasswordVerb(ctx, input, { address }), undefined);
  if (!result.ok) return toFormState(result, {});
  await startSession(result.data);
  return DONE;
}

export async function changeAvatar(
  input: ChangeAvatarInput,
): Promise<ActionResult<{ avatarUrl: string | null }>> {
  const result = await runAction(changeAvatarVerb, input);
  if (result.ok) refresh();
  return result;
}

/** 「로그아웃」 of another device of the member's. */
export async function logOutDevice(_: FormState, form: FormData): Promise<FormState> {
  const input = { sessionId: textOf(form, 'sessionId'), currentPassword: textOf(form, 'currentPassword') };
  const address = await clientAddress();
  const result = await runAction((ctx) => endOwnSession(ctx, input, { address }), undefined);
  if (!result.ok) return toFormState(result, {});
  refresh();
  return DONE;
}

/** 「모든 기기에서 로그아웃」: this one too. @returns only when it was refused: why */
export async function logOutEverywhere(): Promise<ActionRefusal> {
  const result = await runAction((ctx) => endAllSessions(ctx), undefined);
  if (!result.ok) return result.error;
  await forgetSession();
  redirect('/login');
}

/** 「회원 탈퇴」. @returns only when it was refused: why */
export async function withdraw(): Promise<ActionRefusal> {
  const result = await runAction((ctx) => withdrawVerb(ctx), undefined);
  if (!result.ok) return result.error;
  await forgetSession();
  redirect('/');
}

export async function writeFeedback(_: FormState, form: FormData): Promise<FormState> {
  const shown = { title: textOf(form, 'title'), body: textOf(form, 'body') };
  const submissionId = textOf(form, 'submissionId');
  const write = asOnce('writeFeedback', writeFeedbackVerb);
  const result = await runAction(write, { ...shown, ...(submissionId && { submissionId }) });
  if (result.ok) return DONE;
  // What was sent under that id stays as it is: the next press means another.
  const isSentBefore = result.error.code === 'CONFLICT';
  return toFormState(result, { ...shown, ...(isSentBefore && { submissionId: randomUUID() }) });
}

/** 「카카오 연결하기」: from here on, coming back from Kakao links instead of signing in. */
export async function beginKakaoLink(_: FormState, form: FormData): Promise<FormState> {
  const result = await withBothSteps(confirmKakaoLink, form);
  if (!result.ok) return toFormState(result, {});
  await rememberKakaoLink(result.data);
  return DONE;
}

/** 「연결 끊기」 */
export async function unlinkKakao(_: FormState, form: FormData): Promise<FormState> {
  const result = await withBothSteps(unlinkKakaoVerb, form);
  if (!result.ok) return toFormState(result, {});
  refresh();
  return DONE;
}

async function withBothSteps<T>(
  verb: (ctx: ServiceContext, input: BothStepsInput, from: { address: string }) => Promise<T>,
  form: FormData,
): Promise<ActionResult<T>> {
  const input = { currentPassword: textOf(form, 'currentPassword'), otp: textOf(form, 'otp') };
  const address = await clientAddress();
  return runAction((ctx) => verb(ctx, input, { address }), undefined);
}
