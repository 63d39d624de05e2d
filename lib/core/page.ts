/** One page of a list that has a total order. `nextCursor` is null on the last one. */
export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/** Place in a list ordered by a time and an id, both descending. */
export interface TimeCursor {
  at: Date;
  id: string;
}

const CURSOR = /^(\d{1,15})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

function encodeCursor({ at, id }: TimeCursor): string {
  return `${at.getTime()}_${id}`;
}

/** @returns null for anything that `encodeCursor` does not make */
export function decodeCursor(text: string): TimeCursor | null {
  const match = CURSOR.exec(text);
  const at = new Date(Number(match?.[1]));
  return match?.[2] && !Number.isNaN(at.getTime()) ? { at, id: match[2] } : null;
}

/**
 * Cuts `limit + 1` rows into a page.
 *
 * @param rows in list order, one more than asked for when there are more
 */
export function toPage<T>(rows: T[], limit: number, cursorOf: (row: T) => TimeCursor): Page<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}
