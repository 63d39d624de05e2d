import type { RoomSync } from '@/lib/realtime/client/room-sync';
import type { MessagePayload } from '@/lib/realtime/events';

/** Looks at each change of what a room shows. @returns sentences, which come while it goes on */
export function watchShown(room: Pick<RoomSync, 'snapshot' | 'subscribe'>): string[] {
  const faults: string[] = [];
  let before: readonly MessagePayload[] = [];
  room.subscribe(() => {
    const { messages } = room.snapshot().session;
    if (messages === before) return;
    const fault = faultOf(before, messages);
    if (fault) faults.push(fault);
    before = messages;
  });
  return faults;
}

/** What was shown stays, in its place; what is added before or behind it continues it. */
function faultOf(before: readonly MessagePayload[], now: readonly MessagePayload[]): string | null {
  const [first, last] = [before[0], before.at(-1)];
  const [begin, end] = [now.findIndex(({ id }) => id === first?.id), lastIndexOf(now, last)];
  if (first && (begin < 0 || end - begin !== before.length - 1)) return 'what was shown is gone';
  const isBroken = ({ seq }: MessagePayload, index: number) =>
    (index <= begin || index > end) && index > 0 && seq !== (now[index - 1]?.seq ?? 0) + 1;
  const broken = now.find(isBroken);
  return broken ? `seq ${broken.seq} is shown where it does not follow` : null;
}

function lastIndexOf(messages: readonly MessagePayload[], wanted: MessagePayload | undefined): number {
  return messages.findLastIndex(({ id }) => id === wanted?.id);
}
