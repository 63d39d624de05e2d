'use server';

import { cookies } from 'next/headers';
import { z } from 'zod';
import { textOf } from '@/lib/next/form-state';
import { hostCookieName, hostCookieOptions } from '@/lib/next/host-cookie';
import { LOCALE_COOKIE, LOCALES } from '@/lib/next/i18n/locale';

const localeSchema = z.enum(LOCALES);
const YEAR_S = 365 * 24 * 60 * 60;

/** The switch of the header: keeps the language in the cookie. A language that we do not have changes nothing. */
export async function setLocale(form: FormData): Promise<void> {
  const locale = localeSchema.safeParse(textOf(form, 'locale'));
  if (!locale.success) return;
  const jar = await cookies();
  jar.set(hostCookieName(LOCALE_COOKIE), locale.data, { ...hostCookieOptions(), maxAge: YEAR_S });
}
