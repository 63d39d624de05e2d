import { setTimeout as sleep } from 'node:timers/promises';
import type { MessagePayload } from '@/lib/realtime/events';
import { openChat } from '@/tests/support/open-chat';
import type { Caller } from './caller';

export interface Talker {
  roomId: string;
  userId: string;
  /** texts in the order in which they were written */
  written: string[];
  /** as the server acknowledged them */
  acknowledged: MessagePayload[];
  /** ids in the order in which they stand on the screen */
  shown(): string[];
  /** 「다시 보내기」 for what was given up, then whether all is sent and `lastSeq` is seen */
  isComplete(lastSeq: number): boolean;
  /** Older pages, to the first message. */
  readBack(): Promise<void>;
  stop(): void;
}

/** More than any run writes. */
const MOST_PAGES = 500;

/** The product's own client, as a browser runs it, writing all the time until `isOver`. */
export function startTalker(
  url: string,
  { member, agent, token }: Caller,
  roomId: string,
  isOver: () => boolean,
): Talker & { done: Promise<void> } {
  const written: string[] = [];
  const { room, session, acknowledged, retryFailed, stop } = openChat(member.id, roomId, {
    url,
    manager: { transports: ['websocket'], agent: agent as unknown as string, rejectUnauthorized: false },
    socket: { auth: { token } },
  });

  async function write() {
    while (!isOver()) {
      const text = `${member.id.slice(-4)} ${written.length}`;
      written.push(text);
      room.write(text);
      await sleep(150 + Math.random() * 500);
    }
  }

  return {
    roomId,
    userId: member.id,
    written,
    acknowledged,
    done: write(),
    shown: () => session().messages.map(({ id }) => id),
    isComplete(lastSeq) {
      retryFailed();
      return session().outbox.length === 0 && session().lastSeq === lastSeq;
    },
    async readBack() {
      for (let page = 0; page < MOST_PAGES && (session().messages[0]?.seq ?? 1) > 1; page += 1) {
        await room.loadOlder();
        await sleep(10);
      }
    },
    stop,
  };
}
