import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import type { ServiceContext } from '@/lib/core/context';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '@/lib/core/locale';
import { getDb } from '@/lib/db/client';
import { resolveActor } from '@/lib/features/auth/server/resolve-actor';
import { createContext } from '@/lib/runtime/create-context';
import { readSession } from './session';

/** The context of this request: who asks is read from the session once. */
export const getContext = cache(async (): Promise<ServiceContext> => {
  // First the session: asking for cookies tells a build that this page cannot be made ahead.
  const session = await readSession();
  const actor = await resolveActor(getDb(), session);
  return createContext(actor, await readRequestId());
});

/** As server.ts gave it to this request. */
export async function readRequestId(): Promise<string | undefined> {
  return (await headers()).get('x-request-id') ?? undefined;
}

/** Address of the client as server.ts saw it; a header of that name from outside is overwritten there. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get('x-client-address') ?? 'unknown';
}

/** Language of the reader of this request. */
export async function readerLocale(): Promise<Locale> {
  const locale = await getLocale();
  return LOCALES.find((known) => known === locale) ?? DEFAULT_LOCALE;
}
