import {
  BadgeCheck,
  CalendarX,
  CircleSlash,
  Handshake,
  Hourglass,
  type IconNode,
  PackageCheck,
  Star,
  Ticket,
} from 'lucide';
import { useLocale } from 'next-intl';
import { memo } from 'react';
import { Icon } from '@/components/ui/icon';
import { useWords } from '@/components/ui/use-words';
import type { MessageEvent } from '@/lib/features/chat/message-event';
import { formatDate, formatPeriod } from '@/lib/format/dates';
import { formatWon } from '@/lib/format/won';
import type { MessagePayload } from '@/lib/realtime/events';

const ICONS: Record<MessageEvent['type'], IconNode> = {
  RENTAL_REQUESTED: Ticket,
  RENTAL_ACCEPTED: BadgeCheck,
  RENTAL_REJECTED: CircleSlash,
  RENTAL_CANCELLED: CalendarX,
  RENTAL_EXPIRED: Hourglass,
  RENTAL_STARTED: Handshake,
  RENTAL_ENDED: PackageCheck,
  REVIEW_WRITTEN: Star,
};

type EventRowProps = { message: MessagePayload; viewerId: string; partnerName: string; timeZone: string };

/** What happened to a rental, as a slip inside the thread. */
export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { message, viewerId, partnerName, timeZone } = props;
  const t = useWords('chat');
  const locale = useLocale();
  const { event, senderId, createdAt } = message;
  if (!event) return null;
  const icon = ICONS[event.type];
  const isOffer = event.type === 'RENTAL_REQUESTED' || event.type === 'RENTAL_ACCEPTED';
  const who = senderId === null ? 'system' : senderId === viewerId ? 'me' : 'partner';
  return (
    <div className="mx-auto my-3 flex w-fit max-w-[92%] items-start gap-3 rounded-md border-2 border-dashed border-line bg-surface px-4 py-2.5 text-sm">
      <Icon of={icon} aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent-ink" />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="font-semibold">{t(`event.${event.type}`, { who, name: partnerName })}</span>
          <time dateTime={createdAt} className="figures text-2xs text-ink-faint">
            {formatDate(createdAt, locale, 'time', timeZone)}
          </time>
        </p>
        {isOffer && (
          <p className="figures text-xs text-ink-soft">
            {formatPeriod(event.startsAt, event.endsAt, locale, timeZone)}
            {event.totalWon !== null && ` · ${formatWon(event.totalWon, locale)}`}
          </p>
        )}
        {event.reason && <p className="mt-1 text-ink-soft [overflow-wrap:anywhere]">“{event.reason}”</p>}
      </div>
    </div>
  );
});
