import type { AlertPayload } from '@/lib/realtime/events';

export interface AlertRow {
  id: string;
  kind: AlertPayload['kind'];
  roomId: string | null;
  itemId: string | null;
  title: string;
  /** nickname */
  sender: string | null;
  createdAt: Date;
  readAt: Date | null;
}

/** An alert as clients get it, in lists and by socket alike. */
export function toAlertPayload(row: AlertRow): AlertPayload {
  const { id, kind, roomId, itemId, title, sender, createdAt, readAt } = row;
  return {
    id,
    kind,
    ...(roomId !== null && { roomId }),
    ...(itemId !== null && { itemId }),
    title,
    sender,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
