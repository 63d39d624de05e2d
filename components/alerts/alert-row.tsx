import {
  BadgeCheck,
  CalendarX,
  CircleSlash,
  Handshake,
  Hourglass,
  type IconNode,
  MessageCircle,
  PackageCheck,
  Star,
  Ticket,
} from 'lucide';
import { cx } from '@/components/ui/cx';
import { Icon } from '@/components/ui/icon';
import { RelativeTime } from '@/components/ui/relative-time';
import { SoftLink } from '@/components/ui/soft-link';
import { useWords } from '@/components/ui/use-words';
import type { AlertPayload } from '@/lib/realtime/events';
import { alertHref } from './alert-href';

const ICONS: Record<AlertPayload['kind'], IconNode> = {
  MESSAGE: MessageCircle,
  RENTAL_REQUESTED: Ticket,
  RENTAL_ACCEPTED: BadgeCheck,
  RENTAL_REJECTED: CircleSlash,
  RENTAL_CANCELLED: CalendarX,
  RENTAL_EXPIRED: Hourglass,
  RENTAL_STARTED: Handshake,
  RENTAL_ENDED: PackageCheck,
  REVIEW_RECEIVED: Star,
};

export function AlertRow({ alert, onOpen }: { alert: AlertPayload; onOpen: () => void }) {
  const t = useWords('alerts');
  const icon = ICONS[alert.kind];
  const isUnread = alert.readAt === null;
  const sender = alert.sender ?? t('someone');
  return (
    <SoftLink
      href={alertHref(alert)}
      onClick={() => isUnread && onOpen()}
      className={cx(
        'flex items-start gap-3 rounded-sm px-3 py-3 text-sm -outline-offset-3 transition-colors hover:bg-sunken',
        !isUnread && 'text-ink-soft',
      )}
    >
      <span
        className={cx(
          'inline-flex size-9 shrink-0 items-center justify-center rounded-full',
          isUnread ? 'bg-accent-soft text-accent-ink' : 'bg-sunken text-ink-faint',
        )}
      >
        <Icon of={icon} aria-hidden="true" className="size-5" />
      </span>
      <span className="min-w-0 flex-1">
        <span className={cx('block leading-snug', isUnread && 'font-semibold')}>
          {t(`kind.${alert.kind}`, { sender })}
        </span>
        <span className="mt-0.5 flex items-center gap-1.5 text-xs text-ink-soft">
          <span className="truncate">{alert.title}</span>
          <span aria-hidden="true">·</span>
          <RelativeTime at={alert.createdAt} className="figures shrink-0" />
        </span>
      </span>
      {isUnread && (
        <span className="mt-1.5 size-2 shrink-0 rounded-full bg-danger">
          <span className="sr-only">{t('isUnread')}</span>
        </span>
      )}
    </SoftLink>
  );
}
