import type { AbstractIntlMessages } from 'next-intl';
import type { Locale } from './locale';

/** The namespaces: one file each in messages/<locale>/. */
export const NAMESPACES = [
  'common',
  'layout',
  'errors',
  'ui',
  'failure',
  'items',
  'auth',
  'itemForm',
  'mypage',
  'chat',
  'rentals',
  'reviews',
  'alerts',
  'account',
  'reports',
  'apiDocs',
  'admin',
  'mail',
] as const;
export type Namespace = (typeof NAMESPACES)[number];

type Messages = Record<Namespace, AbstractIntlMessages>;

const loaded = new Map<Locale, Promise<Messages>>();

/** Every sentence of a language, read once. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale);
  if (known) return known;
  const loading = readMessages(locale);
  loaded.set(locale, loading);
  return loading;
}

async function readMessages(locale: Locale): Promise<Messages> {
  const namespaces = await Promise.all(
    NAMESPACES.map(async (name) => [name, await loadNamespace(locale, name)] as const),
  );
  return Object.fromEntries(namespaces) as Messages;
}

// A function of its own: inside the callback above, the bundler takes `name` for the first namespace and bundles that one alone.
async function loadNamespace(locale: Locale, name: string): Promise<AbstractIntlMessages> {
  return (await import(`@/messages/${locale}/${name}.json`)).default;
}
