import { Check, Clock3, RotateCw, ShieldAlert, X } from 'lucide';
import { useLocale } from 'next-intl';
import { memo } from 'react';
import { cx } from '@/components/ui/cx';
import { Icon } from '@/components/ui/icon';
import { useWords } from '@/components/ui/use-words';
import { formatDate } from '@/lib/format/dates';
import { MarkedText } from './marked-text';
import { type BubbleRow, isSameRow } from './thread-rows';

type MessageBubbleProps = {
  row: BubbleRow;
  partnerName: string;
  timeZone: string;
  onRetry: (clientId: string) => void;
  onDiscard: (clientId: string) => void;
};

function Bubble({ row, partnerName, timeZone, onRetry, onDiscard }: MessageBubbleProps) {
  const t = useWords('chat');
  const { isMine, isFirst, isLast, pending } = row;
  return (
    <div className={cx('flex flex-col', isMine ? 'items-end' : 'items-start', isFirst ? 'mt-3' : 'mt-1')}>
      <div className={cx('flex max-w-[min(86%,38rem)] items-end gap-2', isMine && 'flex-row-reverse')}>
        <p
          className={cx(
            'min-w-0 rounded-lg px-4 py-2.5 text-base leading-snug [overflow-wrap:anywhere] break-words whitespace-pre-wrap',
            isMine ? 'bg-bubble-mine text-on-bubble-mine' : 'bg-bubble-theirs text-ink',
            isMine && isLast && 'rounded-br-xs',
            !isMine && isLast && 'rounded-bl-xs',
          )}
        >
          <span className="sr-only">{isMine ? t('thread.me') : partnerName}: </span>
          <MarkedText text={row.body} risks={row.risks} />
        </p>
        {isLast && <BubbleFoot row={row} timeZone={timeZone} />}
      </div>
      {row.hasAdvice && (
        <p className="mt-1.5 flex max-w-[min(86%,38rem)] items-start gap-1.5 rounded-md border border-warn-line bg-warn-soft px-3 py-2 text-sm text-warn-ink">
          <Icon of={ShieldAlert} aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
          <span>{t('thread.riskAdvice')}</span>
        </p>
      )}
      {pending?.status === 'failed' && (
        <div className="mt-1 flex flex-wrap items-center justify-end gap-x-1 text-right text-sm">
          <span className="max-w-full text-danger-ink">{pending.refusal ?? t('thread.failed')}</span>
          <span className="flex">
            <button type="button" onClick={() => onRetry(row.key)} className={ACTION_STYLE}>
              <Icon of={RotateCw} aria-hidden="true" />
              {t('thread.retry')}
            </button>
            <button type="button" onClick={() => onDiscard(row.key)} className={ACTION_STYLE}>
              <Icon of={X} aria-hidden="true" />
              {t('thread.discard')}
            </button>
          </span>
        </div>
      )}
    </div>
  );
}

/** Rows are built anew with each message; a bubble is drawn anew only when its own row says something else. */
export const MessageBubble = memo(
  Bubble,
  (before, after) =>
    isSameRow(before.row, after.row) &&
    before.partnerName === after.partnerName &&
    before.timeZone === after.timeZone &&
    before.onRetry === after.onRetry &&
    before.onDiscard === after.onDiscard,
);

const ACTION_STYLE =
  'inline-flex min-h-11 items-center gap-1 rounded-sm px-2 font-semibold text-ink hover:bg-sunken [&>svg]:size-4';

function BubbleFoot({ row, timeZone }: Pick<MessageBubbleProps, 'row' | 'timeZone'>) {
  const t = useWords('chat');
  const locale = useLocale();
  if (row.pending?.status === 'failed') return null;
  if (row.pending?.status === 'sending') {
    return (
      <span className={FOOT_STYLE}>
        <Icon of={Clock3} aria-hidden="true" className="size-3.5" />
        <span className="sr-only">{t('thread.sending')}</span>
      </span>
    );
  }
  return (
    <span className={cx(FOOT_STYLE, row.isMine && 'flex-col items-end !gap-0')}>
      {row.isReadMark && (
        <span className="inline-flex items-center gap-0.5 font-semibold text-accent-ink">
          <Icon of={Check} aria-hidden="true" className="size-3.5 stroke-3" />
          {t('thread.read')}
        </span>
      )}
      <time dateTime={row.at} className={cx(TIME_STYLE, row.isMine && 'text-end')}>
        {formatDate(row.at, locale, 'time', timeZone)}
      </time>
    </span>
  );
}

/** As wide as the longest, since the viewer's zone is known only after the first paint: 오후 1:59 may have been 오후 10:59. */
const TIME_STYLE = 'min-w-[5.2em]';
const FOOT_STYLE =
  'figures inline-flex shrink-0 items-center gap-1 pb-0.5 text-2xs whitespace-nowrap text-ink-faint';
