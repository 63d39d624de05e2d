import { useLocale } from 'next-intl';
import { formatDuration, remainingTime } from '@/lib/format/remaining-time';
import { type Instant, toDate } from '@/lib/format/zone';
import { useWords } from './use-words';

type RemainingTimeProps = { end: Instant; now?: Instant; className?: string };

/** "2일 3시간 남음", or "20분 지남" once the end is past. */
export function RemainingTime({ end, now = Date.now(), className }: RemainingTimeProps) {
  const t = useWords('ui');
  const { isOver, durationMs } = remainingTime(end, now);
  return (
    <time dateTime={toDate(end).toISOString()} className={className} suppressHydrationWarning>
      {t(isOver ? 'timeOver' : 'timeLeft', { time: formatDuration(durationMs, useLocale()) })}
    </time>
  );
}
