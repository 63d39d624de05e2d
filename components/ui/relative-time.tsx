import { useLocale } from 'next-intl';
import { formatDate } from '@/lib/format/dates';
import { formatRelativeTime } from '@/lib/format/relative-time';
import { type Instant, toDate } from '@/lib/format/zone';
import { useWords } from './use-words';

type RelativeTimeProps = { at: Instant; now?: Instant; timeZone?: string; className?: string };

/** "3분 전"; the full moment on hover and for machines. */
export function RelativeTime({ at, now = Date.now(), timeZone, className }: RelativeTimeProps) {
  const t = useWords('ui');
  const locale = useLocale();
  return (
    <time
      dateTime={toDate(at).toISOString()}
      title={formatDate(at, locale, 'dateTime', timeZone)}
      className={className}
      suppressHydrationWarning
    >
      {formatRelativeTime(at, now, locale, timeZone) ?? t('justNow')}
    </time>
  );
}
