'use server';

import { RedirectType, redirect } from 'next/navigation';
import { setRegion } from '@/lib/features/users/server/set-region';
import { runAction } from '@/lib/next/action';
import { type FormState, textOf, toFormState } from '@/lib/next/form-state';
import { paths } from '@/lib/paths';
import { safeReturnPath } from '@/lib/return-path';

/** 「동네 정하기」: keeps the member's own district and goes on. @returns only when it was refused */
export async function chooseRegion(_: FormState, form: FormData): Promise<FormState> {
  const shown = { provinceCode: textOf(form, 'provinceCode'), regionCode: textOf(form, 'regionCode') };
  const returnTo = safeReturnPath(textOf(form, 'next'));
  const result = await runAction(setRegion, { regionCode: shown.regionCode });
  if (result.ok) redirect(returnTo, RedirectType.replace);
  if (result.error.code === 'UNAUTHENTICATED') redirect(paths.login(returnTo));
  return toFormState(result, shown);
}
