import type { MessageEvent } from '@/lib/features/chat/message-event';
import { requestExpiry } from '@/lib/features/rentals/period';
import type { RentalStatus } from '@/lib/features/rentals/rental-state';
import { createRandom } from './random';
import type { Story } from './stories/story';

export type Side = 'author' | 'inquirer';

export interface Moment {
  at: Date;
  /** null: the clock did it */
  side: Side | null;
  text: string;
  event: MessageEvent['type'] | null;
  status: RentalStatus | null;
  stars: number | null;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const MARKS: Record<string, { side: Side | null; event: MessageEvent['type']; status: RentalStatus | null }> =
  {
    신청: { side: 'inquirer', event: 'RENTAL_REQUESTED', status: 'REQUESTED' },
    수락: { side: 'author', event: 'RENTAL_ACCEPTED', status: 'ACCEPTED' },
    거절: { side: 'author', event: 'RENTAL_REJECTED', status: 'REJECTED' },
    작성자취소: { side: 'author', event: 'RENTAL_CANCELLED', status: 'CANCELLED' },
    문의자취소: { side: 'inquirer', event: 'RENTAL_CANCELLED', status: 'CANCELLED' },
    만료: { side: null, event: 'RENTAL_EXPIRED', status: 'EXPIRED' },
    시작: { side: null, event: 'RENTAL_STARTED', status: 'ACTIVE' },
    종료: { side: null, event: 'RENTAL_ENDED', status: 'ENDED' },
    작성자리뷰: { side: 'author', event: 'REVIEW_WRITTEN', status: null },
    문의자리뷰: { side: 'inquirer', event: 'REVIEW_WRITTEN', status: null },
  };

/** Start and end of the rental of a story, on the hour. */
export function periodOf(story: Story, now: Date): { startsAt: Date; endsAt: Date } | null {
  if (!story.rental) return null;
  const hour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const startsAt = new Date(hour + story.rental.startsInHours * HOUR_MS);
  return { startsAt, endsAt: new Date(startsAt.getTime() + story.rental.hours * HOUR_MS) };
}

/**
 * Everything that a story's script tells, with its time.
 *
 * @param lender who ends the rental
 * @throws RangeError when the script is not possible: out of order or later than now
 */
export function tellStory(story: Story, lender: Side, now: Date): Moment[] {
  const random = createRandom(`${story.item}/${story.inquirer}`);
  const period = periodOf(story, now);
  const moments: Moment[] = [];
  let clock = now.getTime() - story.beganHoursAgo * HOUR_MS;
  let requestedAt = clock;
  for (const line of story.script.trim().split('\n')) {
    const pause = /^\+(\d+)h$/.exec(line);
    if (pause) {
      clock += Number(pause[1]) * HOUR_MS;
      continue;
    }
    clock += random.int(1, 6) * MINUTE_MS + random.int(0, 59) * 1_000;
    const moment = readLine(line, lender);
    if (moment.status === 'REQUESTED') requestedAt = clock;
    clock = momentOf(moment.status, { clock, requestedAt, period });
    if (clock > now.getTime()) throw new RangeError(`${story.item}: "${line}" is yet to come`);
    moments.push({ ...moment, at: new Date(clock) });
  }
  return moments;
}

function readLine(line: string, lender: Side): Omit<Moment, 'at'> {
  const said = /^(작|문): (.+)$/.exec(line);
  if (said?.[2]) {
    const side = said[1] === '작' ? 'author' : 'inquirer';
    return { side, text: said[2], event: null, status: null, stars: null };
  }
  const [, name = '', stars, text = ''] = /^@(\S+)(?: ([1-5]) )?\s*(.*)$/.exec(line) ?? [];
  const mark = MARKS[name];
  if (!mark) throw new RangeError(`Nobody can read "${line}"`);
  const side = mark.status === 'ENDED' ? lender : mark.side;
  return { ...mark, side, text, stars: stars ? Number(stars) : null };
}

function momentOf(
  status: RentalStatus | null,
  {
    clock,
    requestedAt,
    period,
  }: { clock: number; requestedAt: number; period: { startsAt: Date; endsAt: Date } | null },
): number {
  if (!period || !status) return clock;
  const fixed: Partial<Record<RentalStatus, Date>> = {
    ACTIVE: period.startsAt,
    ENDED: period.endsAt,
    EXPIRED: requestExpiry(period.startsAt, new Date(requestedAt)),
  };
  const at = fixed[status]?.getTime() ?? clock;
  if (at < clock - 6 * MINUTE_MS - 60_000) throw new RangeError(`${status} would be before what led to it`);
  return Math.max(at, clock - 6 * MINUTE_MS);
}
