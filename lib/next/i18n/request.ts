import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { LOCALE_COOKIES, pickLocale, TIME_ZONE } from './locale';
import { loadMessages } from './messages';

export default getRequestConfig(async () => {
  const jar = await cookies();
  const [chosen] = LOCALE_COOKIES.flatMap((name) => jar.get(name)?.value ?? []);
  const locale = pickLocale(chosen, (await headers()).get('accept-language'));
  return { locale, messages: await loadMessages(locale), timeZone: TIME_ZONE };
});
