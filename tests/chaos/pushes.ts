import type { Talker } from './talk';

/** What came out of order over one connection, before the client put it right. */
export interface Pushes {
  pushed: number;
  /** behind a later one of the same room */
  late: number;
  /** a second time */
  doubled: number;
}

/** How `message:new` came to each receiver, connection by connection. */
export function countPushes(talkers: readonly Pick<Talker, 'pushed'>[]): Pushes {
  const counted: Pushes = { pushed: 0, late: 0, doubled: 0 };
  for (const { pushed } of talkers) {
    const seen = new Map<number, Set<number>>();
    for (const { connection, message } of pushed) {
      const seqs = seen.get(connection) ?? new Set<number>();
      seen.set(connection, seqs);
      counted.pushed += 1;
      if (seqs.has(message.seq)) counted.doubled += 1;
      else if (seqs.size > 0 && message.seq < Math.max(...seqs)) counted.late += 1;
      seqs.add(message.seq);
    }
  }
  return counted;
}
