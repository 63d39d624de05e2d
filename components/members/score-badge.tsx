import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { bandOf, type ScoreBand } from '@/lib/features/users/score';

const LOOK_OF_BAND: Record<ScoreBand, { text: string; soft: string; bar: string }> = {
  green: { text: 'text-accent-ink', soft: 'bg-accent-soft', bar: 'bg-accent' },
  blue: { text: 'text-info-ink', soft: 'bg-info-soft', bar: 'bg-info-ink' },
  orange: { text: 'text-warn-ink', soft: 'bg-warn-soft', bar: 'bg-warn-ink' },
  red: { text: 'text-danger-ink', soft: 'bg-danger-soft', bar: 'bg-danger' },
  none: { text: 'text-ink-soft', soft: 'bg-sunken', bar: 'bg-line-strong' },
};

type ScoreBadgeProps = {
  /** 0 to 100; null before the first review. */
  score: number | null;
  /** `meter` adds the label and a bar below the number: for profiles. */
  look?: 'pill' | 'meter';
  className?: string;
};

export function ScoreBadge({ score, look = 'pill', className }: ScoreBadgeProps) {
  const t = useTranslations('ui');
  const band = LOOK_OF_BAND[bandOf(score)];
  const text = score === null ? t('noScore') : t('score', { score });

  if (look === 'pill') {
    return (
      <span
        className={cx(
          'figures inline-flex h-7 items-center gap-1.5 rounded-full px-2.5 text-xs font-bold',
          band.soft,
          band.text,
          className,
        )}
      >
        <span className="font-medium opacity-90">{t('scoreLabel')}</span>
        {text}
      </span>
    );
  }
  return (
    <div className={cx('min-w-36', className)}>
      <p className="flex items-baseline justify-between gap-3">
        <span className="text-sm text-ink-soft">{t('scoreLabel')}</span>
        <span className={cx('figures text-lg font-bold', band.text)}>{text}</span>
      </p>
      <div aria-hidden="true" className="mt-1.5 h-2 overflow-hidden rounded-full bg-sunken">
        <div className={cx('h-full rounded-full', band.bar)} style={{ width: `${score ?? 0}%` }} />
      </div>
    </div>
  );
}
