import type { MessageEvent } from '@/lib/features/chat/message-event';
import { requestExpiry } from '@/lib/features/rentals/period';
import { quotePeriod } from '@/lib/features/rentals/pricing';
import { type DemoItem, stories } from './build-items';
import { demoId } from './demo-id';
import type { MemberKey } from './members';
import type { Story } from './stories/story';
import { type Moment, periodOf, type Side, tellStory } from './timeline';

export type DemoRoom = ReturnType<typeof buildRoom>;

/** Every room with its thread, rental, history and reviews. */
export function buildRooms(items: DemoItem[], now: Date): DemoRoom[] {
  return stories.map((story) => {
    const item = items.find((one) => one.title === story.item);
    if (!item) throw new RangeError(`No item is called "${story.item}"`);
    return buildRoom(story, item, now);
  });
}

function buildRoom(story: Story, item: DemoItem, now: Date) {
  const lender: Side = item.section === 'OFFER' ? 'author' : 'inquirer';
  const moments = tellStory(story, lender, now);
  const last = moments.at(-1);
  const first = moments[0];
  if (!first || !last) throw new RangeError(`Nobody says anything about "${story.item}"`);
  const id = demoId(`room/${story.item}/${story.inquirer}`, first.at);
  const who = (side: Side | null) => side && story[side];
  const rental = buildRental(story, item, moments, lender, now);
  const messages = moments.map((moment, index) => toMessage(moment, index + 1, who(moment.side), rental));
  const readOf = (side: Side) => messages.length - (story.unread?.side === side ? story.unread.count : 0);
  return {
    id,
    item,
    author: item.author,
    inquirer: story.inquirer,
    createdAt: first.at,
    lastMessageAt: last.at,
    messages,
    readSeq: { author: readOf('author'), inquirer: readOf('inquirer') },
    rental,
  };
}

export type DemoRental = NonNullable<ReturnType<typeof buildRental>>;

function buildRental(story: Story, item: DemoItem, moments: Moment[], lender: Side, now: Date) {
  const period = periodOf(story, now);
  const changes = moments.filter((moment) => moment.status !== null);
  const requested = changes[0];
  const latest = changes.at(-1);
  if (!period || !requested || !latest?.status) return null;
  const { status } = latest;
  const renter: Side = lender === 'author' ? 'inquirer' : 'author';
  const timeOf = (status: string) => changes.find((moment) => moment.status === status)?.at ?? null;
  const price = { unit: item.priceUnit, won: item.priceWon };
  return {
    id: demoId(`rental/${story.item}/${story.inquirer}`, requested.at),
    status,
    lender: story[lender],
    renter: story[renter],
    ...period,
    ...quotePeriod(price, period.startsAt, period.endsAt),
    expiresAt: requestExpiry(period.startsAt, requested.at),
    acceptedAt: timeOf('ACCEPTED'),
    activatedAt: timeOf('ACTIVE'),
    endedAt: timeOf('ENDED'),
    createdAt: requested.at,
    updatedAt: latest.at,
    history: changes.map((moment, index) => ({
      fromStatus: changes[index - 1]?.status ?? null,
      toStatus: moment.status ?? status,
      actor: moment.side && story[moment.side],
      reason: moment.text || null,
      createdAt: moment.at,
    })),
    reviews: moments.flatMap(({ stars, side, text, at }) => {
      if (stars === null || side === null) return [];
      const reviewed = story[side === 'author' ? 'inquirer' : 'author'];
      return [{ stars, body: text, reviewer: story[side], reviewed, createdAt: at }];
    }),
  };
}

function toMessage(
  moment: Moment,
  seq: number,
  sender: MemberKey | null,
  rental: ReturnType<typeof buildRental>,
) {
  const { at, text } = moment;
  const event = moment.event && rental && toEvent(moment.event, rental, moment.stars ? '' : text);
  return { seq, sender, at, event: event ?? null, body: event ? event.type : text };
}

function toEvent(type: MessageEvent['type'], rental: DemoRental, reason: string): MessageEvent {
  return {
    type,
    rentalId: rental.id,
    startsAt: rental.startsAt.toISOString(),
    endsAt: rental.endsAt.toISOString(),
    totalWon: rental.totalWon,
    ...(reason && { reason }),
  };
}
