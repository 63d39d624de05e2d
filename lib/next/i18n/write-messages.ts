import { kept } from '@/lib/format/kept';
import { DEFAULT_LOCALE, LOCALES } from './locale';
import { loadMessages, NAMESPACES, type Namespace } from './messages';

/** @returns the sentences of these namespaces as JSON, made once */
export function writeMessages(locale: string, namespaces: readonly Namespace[]): Promise<string> {
  return write(locale, namespaces.join(' '));
}

const write = kept(async (locale: string, names: string) => {
  const messages = await loadMessages(LOCALES.find((known) => known === locale) ?? DEFAULT_LOCALE);
  const wanted = new Set(names.split(' '));
  return JSON.stringify(
    Object.fromEntries(NAMESPACES.filter((name) => wanted.has(name)).map((name) => [name, messages[name]])),
  );
});
