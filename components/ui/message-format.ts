import { IntlMessageFormat } from 'intl-messageformat';

/**
 * For its first sentence with a value the library asks which languages the browser has, though ours are two that all have:
 * 20 to 28 ms, on a phone four times that, in the task that makes a room answer (lib/format/plain.ts is about the same).
 */
IntlMessageFormat.resolveLocale = (locales) => new Intl.Locale([locales].flat()[0] ?? 'ko');
