import { draftKey } from '@/components/item-form/item-draft';
import { FEED_PREFIX } from '@/components/items/saved-feed';
import { outboxPrefix } from '@/lib/realtime/client/outbox-store';

/**
 * Forgets in this browser what is a member's: messages that were not sent, the item that was being written, lists as they
 * were seen. For the press with which they leave; a page that goes for another reason keeps them.
 */
export function forgetMember(viewerId: string): void {
  drop(() => window.localStorage, [outboxPrefix(viewerId)]);
  drop(() => window.sessionStorage, [draftKey(viewerId), FEED_PREFIX]);
}

/** Storage may be closed: then nothing was kept. */
function drop(open: () => Storage, prefixes: string[]) {
  try {
    const storage = open();
    for (const key of Object.keys(storage)) {
      if (prefixes.some((prefix) => key.startsWith(prefix))) storage.removeItem(key);
    }
  } catch {
    // nothing to forget
  }
}
