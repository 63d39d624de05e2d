'use server';

import { refresh } from 'next/cache';
import type { ServiceContext } from '@/lib/core/context';
import type { CATEGORY_ICONS } from '@/lib/features/admin/schemas';
import {
  addCategory as addCategoryVerb,
  moveCategory as moveCategoryVerb,
  renameCategory as renameCategoryVerb,
  retireCategory as retireCategoryVerb,
} from '@/lib/features/admin/server/categories';
import { setFeedbackStatus as setFeedbackStatusVerb } from '@/lib/features/admin/server/feedback';
import { hideItem as hideItemVerb, restoreItem as restoreItemVerb } from '@/lib/features/admin/server/items';
import {
  liftSuspension as liftSuspensionVerb,
  suspendMember as suspendMemberVerb,
} from '@/lib/features/admin/server/members';
import { removeTwoStep as removeTwoStepVerb } from '@/lib/features/admin/server/remove-two-step';
import {
  claimReport as claimReportVerb,
  resolveReport as resolveReportVerb,
} from '@/lib/features/admin/server/reports';
import { runAction } from '@/lib/next/action';
import { DONE, type FormState, textOf, toFormState } from '@/lib/next/form-state';

export async function suspendMember(_: FormState, form: FormData): Promise<FormState> {
  const input = { memberId: textOf(form, 'id'), ...reasonAndPassword(form) };
  return act(suspendMemberVerb, input, { reason: input.reason });
}

export async function removeTwoStep(_: FormState, form: FormData): Promise<FormState> {
  return act(removeTwoStepVerb, {
    memberId: textOf(form, 'id'),
    adminPassword: textOf(form, 'adminPassword'),
  });
}

export async function liftSuspension(_: FormState, form: FormData): Promise<FormState> {
  return act(liftSuspensionVerb, { memberId: textOf(form, 'id') });
}

export async function hideItem(_: FormState, form: FormData): Promise<FormState> {
  const input = { itemId: textOf(form, 'id'), ...reasonAndPassword(form) };
  return act(hideItemVerb, input, { reason: input.reason });
}

export async function restoreItem(_: FormState, form: FormData): Promise<FormState> {
  return act(restoreItemVerb, { itemId: textOf(form, 'id') });
}

export async function claimReport(_: FormState, form: FormData): Promise<FormState> {
  return act(claimReportVerb, { reportId: textOf(form, 'id') });
}

export async function upholdReport(_: FormState, form: FormData): Promise<FormState> {
  return resolve(form, 'UPHELD');
}

export async function dismissReport(_: FormState, form: FormData): Promise<FormState> {
  return resolve(form, 'DISMISSED');
}

export async function setFeedbackStatus(_: FormState, form: FormData): Promise<FormState> {
  const input = { feedbackId: textOf(form, 'id'), isDone: textOf(form, 'isDone') === 'true' };
  return act(setFeedbackStatusVerb, input);
}

export async function addCategory(_: FormState, form: FormData): Promise<FormState> {
  const names = { name: textOf(form, 'name'), nameEn: textOf(form, 'nameEn'), slug: textOf(form, 'slug') };
  return act(addCategoryVerb, { ...names, ...iconOf(form) }, names);
}

export async function renameCategory(_: FormState, form: FormData): Promise<FormState> {
  const names = { name: textOf(form, 'name'), nameEn: textOf(form, 'nameEn') };
  const input = { ...names, ...iconOf(form), categoryId: Number(textOf(form, 'id')) };
  return act(renameCategoryVerb, input, names);
}

export async function moveCategory(_: FormState, form: FormData): Promise<FormState> {
  const by = textOf(form, 'by') === '-1' ? -1 : 1;
  return act(moveCategoryVerb, { categoryId: Number(textOf(form, 'id')), by });
}

export async function retireCategory(_: FormState, form: FormData): Promise<FormState> {
  return act(retireCategoryVerb, {
    categoryId: Number(textOf(form, 'id')),
    isRetired: textOf(form, 'isRetired') === 'true',
    adminPassword: textOf(form, 'adminPassword'),
  });
}

async function resolve(form: FormData, outcome: 'UPHELD' | 'DISMISSED'): Promise<FormState> {
  const { reason, adminPassword } = reasonAndPassword(form);
  const acts = {
    hideItem: textOf(form, 'hideItem') === 'on',
    suspendAuthor: textOf(form, 'suspendAuthor') === 'on',
  };
  const input = { reportId: textOf(form, 'id'), outcome, resolution: reason, adminPassword, ...acts };
  const state = await act(resolveReportVerb, input, { reason });
  const { resolution, ...fields } = state.fields;
  return { ...state, fields: { ...fields, ...(resolution && { reason: resolution }) } };
}

/** Whether the name is one of a drawing is the verb's to say. */
function iconOf(form: FormData): { icon?: (typeof CATEGORY_ICONS)[number] } {
  const icon = textOf(form, 'icon');
  return icon === '' ? {} : { icon: icon as (typeof CATEGORY_ICONS)[number] };
}

function reasonAndPassword(form: FormData) {
  return { reason: textOf(form, 'reason'), adminPassword: textOf(form, 'adminPassword') };
}

async function act<I>(
  verb: (ctx: ServiceContext, input: I) => Promise<void>,
  input: I,
  shown: Record<string, string> = {},
): Promise<FormState> {
  const result = await runAction(verb, input);
  if (!result.ok) return toFormState(result, shown);
  refresh();
  return DONE;
}
