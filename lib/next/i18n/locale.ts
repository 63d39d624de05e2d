import { DEFAULT_LOCALE, LOCALES, type Locale } from '@/lib/core/locale';

export { DEFAULT_LOCALE, LOCALES, type Locale };
export const LOCALE_COOKIE = 'NEXT_LOCALE';
export const TIME_ZONE = 'Asia/Seoul';

/** Under which a reader's choice comes: over TLS the first, the other from before there was one. */
export const LOCALE_COOKIES = [`__Host-${LOCALE_COOKIE}`, LOCALE_COOKIE] as const;

/** Language of a reader: their own choice, else the first one of theirs that we speak, else Korean. */
export function pickLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  const chosen = LOCALES.find((locale) => locale === cookie);
  if (chosen) return chosen;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return {
        tag: tag.toLowerCase().split('-')[0],
        quality: quality === undefined ? 1 : Number(quality) || 0,
      };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const locale = LOCALES.find((known) => known === tag);
    if (locale) return locale;
  }
  return DEFAULT_LOCALE;
}
