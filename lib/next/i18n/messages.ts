import type { AbstractIntlMessages } from 'next-intl';
import type { Locale } from './locale';

/** The namespaces: one file each in messages/<locale>/. */
export const NAMESPACES = [
  'common',
  'layout',
  'errors',
  'ui',
  'items',
  'auth',
  'mypage',
  'chat',
  'rentals',
  'reviews',
  'alerts',
] as const;
export type Namespace = (typeof NAMESPACES)[number];

/** Every sentence of a language. */
export async function loadMessages(locale: Locale): Promise<Record<Namespace, AbstractIntlMessages>> {
  const loaded = await Promise.all(
    NAMESPACES.map(
      async (name) => [name, (await import(`@/messages/${locale}/${name}.json`)).default] as const,
    ),
  );
  return Object.fromEntries(loaded) as Record<Namespace, AbstractIntlMessages>;
}
