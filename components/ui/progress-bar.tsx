import { cx } from './cx';

const TONES = { accent: 'bg-accent', danger: 'bg-danger' } as const;

type ProgressBarProps = {
  /** What is progressing: "사진1.jpg 올리는 중". */
  label: string;
  /** 0 to 1; null while nobody knows. */
  value: number | null;
  tone?: keyof typeof TONES;
  className?: string;
};

export function ProgressBar({ label, value, tone = 'accent', className }: ProgressBarProps) {
  const percent = value === null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={cx('h-2 w-full overflow-hidden rounded-full bg-line', className)}
    >
      <div
        className={cx(
          'h-full rounded-full transition-[width] duration-200',
          TONES[tone],
          percent === undefined && 'w-1/3 animate-breathe',
        )}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
