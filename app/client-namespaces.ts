import type { Namespace } from '@/lib/next/i18n/messages';

/** The message files that parts running in the browser read: these travel with every page. */
export const CLIENT_NAMESPACES: readonly Namespace[] = ['ui', 'layout', 'failure'];
