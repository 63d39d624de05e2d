import type { AlertPayload, MessagePayload } from '@/lib/realtime/events';

/** What a verb has done, told after its commit to whoever is connected. A lost event is harmless: lists are the truth. */
export type DomainEvent =
  | { type: 'message.stored'; roomId: string; memberIds: string[]; message: MessagePayload }
  /** `isAlone`: not for the partner */
  | { type: 'room.read'; roomId: string; userId: string; seq: number; isAlone: boolean }
  | { type: 'room.typing'; roomId: string; userId: string }
  | {
      type: 'rental.changed';
      roomId: string;
      memberIds: string[];
      rentalId: string;
      itemId: string;
      status: string;
    }
  | { type: 'alert.created'; userId: string; alert: AlertPayload }
  | { type: 'alert.counted'; userId: string; unread: number }
  /** rooms whose two may no longer write to each other */
  | { type: 'rooms.shut'; roomIds: string[] }
  /** all of a member's, or the one that was logged out of */
  | { type: 'sessions.ended'; userId: string; sessionId?: string };
