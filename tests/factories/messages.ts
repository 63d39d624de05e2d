import type { MessagePayload } from '@/lib/realtime/events';

export const ROOM = '00000000-0000-7000-8000-0000000000aa';
export const ME = '00000000-0000-7000-8000-000000000001';
export const PARTNER = '00000000-0000-7000-8000-000000000002';

/** A message as the server would send it; seq decides id, time and text unless told otherwise. */
export function messageOf(seq: number, overrides: Partial<MessagePayload> = {}): MessagePayload {
  return {
    id: `00000000-0000-7000-9000-${String(seq).padStart(12, '0')}`,
    roomId: ROOM,
    seq,
    clientId: `client-${seq}`,
    senderId: PARTNER,
    kind: 'TEXT',
    body: `message ${seq}`,
    event: null,
    createdAt: new Date(Date.UTC(2026, 10, 3, 1, 0, seq)).toISOString(),
    ...overrides,
  };
}

export function messagesOf(from: number, to: number): MessagePayload[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => messageOf(from + index));
}
