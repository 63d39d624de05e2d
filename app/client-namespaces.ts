import type { Namespace } from '@/lib/next/i18n/messages';

/** The message files that parts running in the browser read: these travel with every page. */
export const CLIENT_NAMESPACES: readonly Namespace[] = ['ui', 'layout', 'failure'];

/** For the parts that members have on every page: the chat over it, alerts, the dialogs of a rental. */
export const MEMBER_NAMESPACES: readonly Namespace[] = ['chat', 'alerts', 'rentals', 'reviews', 'reports'];
