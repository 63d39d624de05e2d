import { setTimeout as sleep } from 'node:timers/promises';
import type { MessagePayload } from '@/lib/realtime/events';
import { type OpenChat, openChat } from '@/tests/support/open-chat';
import type { Caller } from './caller';
import { watchShown } from './shown';
import type { AppName, ChaosSite } from './site';
import { tellingSocket } from './telling-socket';

export interface Talker {
  roomId: string;
  userId: string;
  /** texts in the order in which they were written */
  written: string[];
  /** as the server acknowledged them */
  acknowledged: MessagePayload[];
  pushed: OpenChat['pushed'];
  /** sentences about what the screen has shown at any moment: a gap, an inversion, a doubled or a lost message */
  faults: string[];
  /** sockets by the process that took them */
  served: Record<AppName, number>;
  isUp(): boolean;
  /** Comes back, as a page that is loaded again, when another process than that of its address has it. @returns whether it is there */
  goHome(): boolean;
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
  site: ChaosSite,
  { member, app, agent, token }: Caller,
  roomId: string,
  isOver: () => boolean,
): Talker & { done: Promise<void> } {
  const written: string[] = [];
  const served = { app1: 0, app2: 0 };
  let at: AppName | null = null;
  const Transport = tellingSocket((servedBy) => {
    at = site.appOf(servedBy);
    if (at) served[at] += 1;
  });
  const page = openChat(member.id, roomId, {
    url: site.url,
    manager: { transports: [Transport], agent: agent as unknown as string, rejectUnauthorized: false },
    socket: { auth: { token } },
  });
  const { room, session, acknowledged, pushed, stop } = page;

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
    pushed,
    faults: watchShown(room),
    served,
    done: write(),
    isUp: page.isUp,
    goHome() {
      if (!page.isUp()) return false;
      if (at !== app) page.reconnect();
      return at === app;
    },
    shown: () => session().messages.map(({ id }) => id),
    isComplete(lastSeq) {
      page.retryFailed();
      return session().outbox.length === 0 && session().lastSeq === lastSeq;
    },
    async readBack() {
      for (let turn = 0; turn < MOST_PAGES && (session().messages[0]?.seq ?? 1) > 1; turn += 1) {
        await room.loadOlder();
        await sleep(10);
      }
    },
    stop,
  };
}
