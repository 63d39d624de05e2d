import { createChatClient } from '@/lib/realtime/client/chat-client';
import { type ConnectionOptions, createConnection } from '@/lib/realtime/client/connection';
import type { Link } from '@/lib/realtime/client/link';
import type { OutboxEntry } from '@/lib/realtime/client/outbox';
import type { OutboxStore } from '@/lib/realtime/client/outbox-store';
import type { RoomSession } from '@/lib/realtime/client/room-session';
import type { RoomSync } from '@/lib/realtime/client/room-sync';
import type { MessagePayload } from '@/lib/realtime/events';

export interface OpenChat {
  room: RoomSync;
  session(): RoomSession;
  /** as the server acknowledged them */
  acknowledged: MessagePayload[];
  /** as the server pushed them, with the number of the connection: 1, 2, … */
  pushed: { connection: number; message: MessagePayload }[];
  isUp(): boolean;
  /** As a page that is loaded again does. */
  reconnect(): void;
  /** 「다시 보내기」, for what was given up during a long outage */
  retryFailed(): void;
  stop(): void;
}

/** One member with one room open in the product's own client, as a browser runs it. */
export function openChat(
  memberId: string,
  roomId: string,
  options: ConnectionOptions,
  acknowledged: MessagePayload[] = [],
): OpenChat {
  const connection = createConnection(options);
  const link: Link = {
    ...connection,
    request: async (event, input, timeoutMs) => {
      const answer = await connection.request(event, input, timeoutMs);
      if (event === 'message:send' && answer?.ok && 'message' in answer)
        acknowledged.push(answer.message as MessagePayload);
      return answer;
    },
  };
  const pushed: OpenChat['pushed'] = [];
  let connections = 0;
  connection.onStatus((status) => {
    if (status === 'up') connections += 1;
  });
  connection.onChat({
    'message:new': (message) => {
      pushed.push({ connection: connections, message });
    },
  });
  const chat = createChatClient(memberId, link, memoryStore());
  const room = chat.room(roomId);
  room.look(true);
  connection.start();
  const session = () => room.snapshot().session;
  return {
    room,
    session,
    acknowledged,
    pushed,
    isUp: () => connection.status() === 'up',
    reconnect: connection.lose,
    retryFailed() {
      for (const entry of session().outbox) if (entry.status === 'failed') room.retry(entry.clientId);
    },
    stop() {
      chat.stop();
      connection.stop();
    },
  };
}

function memoryStore(): OutboxStore {
  const kept = new Map<string, { roomId: string; entry: OutboxEntry }>();
  return {
    load: () => [...kept.values()],
    put: (roomId, entry) => kept.set(entry.clientId, { roomId, entry }),
    remove: (_roomId, clientId) => kept.delete(clientId),
  };
}
