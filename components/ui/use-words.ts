import { type AbstractIntlMessages, createTranslator, useLocale, useMessages, useTimeZone } from 'next-intl';
import './message-format';

type Words = ReturnType<typeof createTranslator>;

/**
 * `useTranslations` for what stands on a page dozens of times: one translator for all of them, where that hook makes one
 * for each. What it says is the same.
 *
 * @param namespace file of messages, as in `useTranslations`
 */
export function useWords(namespace: string): Words {
  return wordsOf(useMessages(), useLocale(), useTimeZone(), namespace);
}

const known = new WeakMap<AbstractIntlMessages, Map<string, Words>>();

function wordsOf(
  messages: AbstractIntlMessages,
  locale: string,
  timeZone: string | undefined,
  namespace: string,
): Words {
  const byName = known.get(messages) ?? new Map<string, Words>();
  known.set(messages, byName);
  const name = `${locale} ${timeZone} ${namespace}`;
  const words = byName.get(name) ?? createTranslator({ messages, locale, timeZone, namespace });
  byName.set(name, words);
  return words;
}
