import type { DomainEvent } from '@/lib/core/events';
import { roomChannel, sessionChannel, userChannel } from './rooms';
import type { AlertsNamespace, ChatNamespace } from './types';

export interface Audience {
  chat: ChatNamespace;
  alerts: AlertsNamespace;
  /** A new alert: the member's count is to follow. */
  recount: (userId: string) => void;
}

/** Tells those whom an event concerns, and nobody else. */
export function publishEvent({ chat, alerts, recount }: Audience, event: DomainEvent): void {
  switch (event.type) {
    case 'message.stored':
      chat.to(event.memberIds.map(userChannel)).emit('message:new', event.message);
      return;
    case 'room.read': {
      const { roomId, userId, seq, isAlone } = event;
      // To whoever has the room open, and to the reader's own other screens, whose counts change.
      const channels = isAlone ? [] : [roomChannel(roomId)];
      chat.to([...channels, userChannel(userId)]).emit('room:read', { roomId, userId, seq });
      return;
    }
    case 'room.typing': {
      const { roomId, userId } = event;
      chat.to(roomChannel(roomId)).except(userChannel(userId)).emit('room:typing', { roomId, userId });
      return;
    }
    case 'rental.changed': {
      const { roomId, itemId, rentalId, status, memberIds } = event;
      chat.to(memberIds.map(userChannel)).emit('rental:changed', { roomId, itemId, rentalId, status });
      return;
    }
    case 'alert.created':
      alerts.to(userChannel(event.userId)).emit('alert:new', event.alert);
      recount(event.userId);
      return;
    case 'alert.counted':
      alerts.to(userChannel(event.userId)).emit('alert:count', { unread: event.unread });
      return;
    case 'rooms.shut':
      for (const roomId of event.roomIds) chat.in(roomChannel(roomId)).socketsLeave(roomChannel(roomId));
      return;
    case 'sessions.ended':
      for (const namespace of [chat, alerts]) {
        const { userId, sessionId } = event;
        namespace.in(sessionId ? sessionChannel(sessionId) : userChannel(userId)).disconnectSockets(true);
      }
      return;
  }
}
