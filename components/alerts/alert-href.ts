import { paths } from '@/lib/paths';
import type { AlertPayload } from '@/lib/realtime/events';

/** Where an alert leads: its room, else its item. */
export function alertHref(alert: Pick<AlertPayload, 'roomId' | 'itemId'>): string {
  if (alert.roomId) return paths.room(alert.roomId);
  return alert.itemId ? paths.item(alert.itemId) : paths.chats;
}
