import { type AbstractIntlMessages, createTranslator } from 'use-intl/core';
import type { Reason } from '@/lib/core/errors';
import { LOCALE_COOKIES, LOCALES, type Locale, pickLocale, TIME_ZONE } from '@/lib/next/i18n/locale';
import en from '@/messages/en/errors.json';
import ko from '@/messages/ko/errors.json';
import { parseCookies } from './session-cookie';

const SENTENCES = { ko: sentencesOf('ko', ko), en: sentencesOf('en', en) };

/** The language of whoever asks, from the headers of a request. */
export function localeOf(headers: { cookie?: string; 'accept-language'?: string }): Locale {
  const cookies = parseCookies(headers.cookie);
  const [chosen] = LOCALE_COOKIES.flatMap((name) => cookies.get(name) ?? []);
  return pickLocale(chosen, headers['accept-language'] ?? null);
}

/**
 * The language of whoever opens a socket: that of the page, which the handshake names as `auth.locale`, else by headers.
 * A browser need not send with a WebSocket the Accept-Language that it asked for the page with.
 */
export function localeOfHandshake({ auth, headers }: Handshake): Locale {
  const named = (auth as { locale?: unknown } | null)?.locale;
  return LOCALES.find((locale) => locale === named) ?? localeOf(headers);
}

interface Handshake {
  /** as the client sent it */
  auth: unknown;
  headers: { cookie?: string; 'accept-language'?: string };
}

/** A reason in words; one that has no sentence gets the general one. */
export function sayReason(locale: Locale, { key, values }: Reason): string {
  return SENTENCES[locale](key, values);
}

/** The translator as one whose keys are only known when it runs: reasons name them. */
interface Sentences {
  (key: string, values: Reason['values']): string;
  has(key: string): boolean;
}

function sentencesOf(locale: Locale, messages: AbstractIntlMessages) {
  const t = createTranslator({ locale, messages, timeZone: TIME_ZONE }) as unknown as Sentences;
  return (key: string, values: Reason['values']) => t(t.has(key) ? key : 'invalid', values);
}
