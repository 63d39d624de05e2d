import { findRisks, type Judge, type Risk } from '@/lib/features/chat/scam-guard';
import { dayKey } from '@/lib/format/dates';
import type { OutboxEntry } from '@/lib/realtime/client/outbox';
import type { RoomSession } from '@/lib/realtime/client/room-session';
import type { MessagePayload } from '@/lib/realtime/events';

export interface BubbleRow {
  kind: 'bubble';
  key: string;
  isMine: boolean;
  body: string;
  /** ISO 8601 */
  at: string;
  /** first, last of what one person said within a minute: the first shows who, the last shows when */
  isFirst: boolean;
  isLast: boolean;
  /** the viewer's last message that the partner has read */
  isReadMark: boolean;
  /** not in the thread yet */
  pending: OutboxEntry | null;
  /** what the partner wrote that one should not trust yet */
  risks: readonly Risk[];
  /** the last of some that have risks */
  hasAdvice: boolean;
}

export type ThreadRow =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'event'; key: string; message: MessagePayload }
  | BubbleRow;

/** Whether two rows draw the same bubble. */
export function isSameRow(one: BubbleRow, other: BubbleRow): boolean {
  const { risks, ...rest } = one;
  return (
    (Object.keys(rest) as (keyof typeof rest)[]).every((field) => rest[field] === other[field]) &&
    JSON.stringify(risks) === JSON.stringify(other.risks)
  );
}

type ThreadSource = Pick<RoomSession, 'messages' | 'outbox' | 'viewerId' | 'partnerReadSeq'>;

/**
 * Lines of a thread: a divider a day, events, bubbles grouped by person and minute, and what waits to be sent last.
 *
 * @param judge while nothing is agreed yet: finds the risks of what the partner wrote, which are marked
 */
export function threadRows(session: ThreadSource, timeZone: string, judge?: Judge): ThreadRow[] {
  const readMark = session.messages.findLast(
    ({ senderId, kind, seq }) =>
      kind === 'TEXT' && senderId === session.viewerId && seq <= session.partnerReadSeq,
  );
  const rows: ThreadRow[] = [];
  let day = '';
  let minute = '';
  const add = (row: Exclude<ThreadRow, { kind: 'day' }>, at: string) => {
    const itsMinute = at.slice(0, MINUTE_LENGTH);
    const itsDay = itsMinute === minute ? day : dayKey(at, timeZone);
    minute = itsMinute;
    if (itsDay !== day) rows.push({ kind: 'day', key: itsDay, at });
    day = itsDay;
    if (row.kind === 'bubble') joinGroup(rows.at(-1), row);
    rows.push(row);
  };
  for (const message of session.messages) {
    if (message.kind === 'EVENT') add({ kind: 'event', key: message.id, message }, message.createdAt);
    else add(bubbleOf(message, session.viewerId, message === readMark), message.createdAt);
  }
  for (const entry of session.outbox) {
    const row = pendingBubble(entry);
    add(row, row.at);
  }
  if (judge) markRisks(rows, judge);
  return rows;
}

/** Of a moment in ISO 8601: no day begins within a minute. */
const MINUTE_LENGTH = '2026-11-03T15:20'.length;

/** What the partner says without a word between is looked at together: a number may come in parts. */
function markRisks(rows: readonly ThreadRow[], judge: Judge) {
  let group: BubbleRow[] = [];
  const mark = () => {
    const found = findRisks(
      group.map(({ body }) => body),
      judge,
    );
    for (const [index, row] of group.entries()) {
      row.risks = found[index] ?? [];
      row.hasAdvice = row.risks.length > 0 && (found[index + 1] ?? []).length === 0;
    }
    group = [];
  };
  for (const row of rows) {
    if (row.kind === 'bubble' && !row.isMine) group.push(row);
    else if (row.kind !== 'day') mark();
  }
  mark();
}

function bubbleOf(message: MessagePayload, viewerId: string, isReadMark: boolean): BubbleRow {
  const isMine = message.senderId === viewerId;
  return {
    kind: 'bubble',
    // A bubble of one's own keeps its place in the page when the server confirms it.
    key: isMine ? message.clientId : message.id,
    isMine,
    body: message.body,
    at: message.createdAt,
    isFirst: true,
    isLast: true,
    isReadMark,
    pending: null,
    risks: [],
    hasAdvice: false,
  };
}

function pendingBubble(entry: OutboxEntry): BubbleRow {
  return {
    kind: 'bubble',
    key: entry.clientId,
    isMine: true,
    body: entry.body,
    at: new Date(entry.writtenAt).toISOString(),
    isFirst: true,
    isLast: true,
    isReadMark: false,
    pending: entry,
    risks: [],
    hasAdvice: false,
  };
}

function joinGroup(before: ThreadRow | undefined, row: BubbleRow) {
  if (before?.kind !== 'bubble' || before.isMine !== row.isMine || before.isReadMark) return;
  if (
    before.pending?.status === 'failed' ||
    before.at.slice(0, MINUTE_LENGTH) !== row.at.slice(0, MINUTE_LENGTH)
  )
    return;
  before.isLast = false;
  row.isFirst = false;
}
