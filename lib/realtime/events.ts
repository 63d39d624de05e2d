/** The typed contract of PRODUCT.md 6, for both sides. */
import type { ErrorCode } from '@/lib/core/errors';
import type { MessageEvent } from '@/lib/features/chat/message-event';
import type { RoomView } from '@/lib/features/chat/views';

export type Ack<T> = ({ ok: true } & T) | { ok: false; error: { code: ErrorCode; message: string } };
export type AckFn<T = object> = (answer: Ack<T>) => void;

export interface MessagePayload {
  id: string;
  roomId: string;
  /** 1, 2, 3, … in a room */
  seq: number;
  clientId: string;
  /** null: written by the system */
  senderId: string | null;
  kind: 'TEXT' | 'EVENT';
  body: string;
  event: MessageEvent | null;
  /** ISO 8601, UTC */
  createdAt: string;
}

export const ALERT_KINDS = [
  'MESSAGE',
  'RENTAL_REQUESTED',
  'RENTAL_ACCEPTED',
  'RENTAL_REJECTED',
  'RENTAL_CANCELLED',
  'RENTAL_EXPIRED',
  'RENTAL_STARTED',
  'RENTAL_ENDED',
  'REVIEW_RECEIVED',
] as const;

export interface AlertPayload {
  id: string;
  kind: (typeof ALERT_KINDS)[number];
  roomId?: string;
  itemId?: string;
  /** title of the item */
  title: string;
  /** nickname; null for the system or a withdrawn member */
  sender: string | null;
  createdAt: string;
  readAt: string | null;
}

export interface RoomReadPayload {
  roomId: string;
  userId: string;
  seq: number;
}

export interface RentalChangedPayload {
  roomId: string;
  itemId: string;
  rentalId: string;
  status: string;
}

export interface ChatClientEvents {
  'room:join': (
    input: { roomId: string; afterSeq?: number },
    ack: AckFn<{ room: RoomView; messages: MessagePayload[]; lastSeq: number; readSeq: number }>,
  ) => void;
  'room:leave': (input: { roomId: string }, ack?: AckFn) => void;
  'message:send': (
    input: { roomId: string; clientId: string; body: string },
    ack: AckFn<{ message: MessagePayload }>,
  ) => void;
  'message:list': (
    input: { roomId: string; beforeSeq?: number; limit?: number },
    ack: AckFn<{ messages: MessagePayload[] }>,
  ) => void;
  'room:read': (input: { roomId: string; seq: number }, ack?: AckFn) => void;
  'room:typing': (input: { roomId: string }, ack?: AckFn) => void;
}

export interface ChatServerEvents {
  'message:new': (message: MessagePayload) => void;
  'room:read': (payload: RoomReadPayload) => void;
  'room:typing': (payload: { roomId: string; userId: string }) => void;
  'rental:changed': (payload: RentalChangedPayload) => void;
}

export interface AlertsClientEvents {
  'alert:list': (
    input: { cursor?: string; limit?: number },
    ack: AckFn<{ alerts: AlertPayload[]; nextCursor: string | null; unread: number }>,
  ) => void;
  'alert:read': (
    input: { id: string } | { roomId: string } | { all: true },
    ack?: AckFn<{ unread: number }>,
  ) => void;
}

export interface AlertsServerEvents {
  'alert:new': (alert: AlertPayload) => void;
  'alert:count': (payload: { unread: number }) => void;
}
