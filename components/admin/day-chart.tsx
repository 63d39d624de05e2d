import { useTranslations } from 'next-intl';

type DayChartProps = { label: string; total: number; days: { day: string; count: number }[] };

const HEIGHT = 64;
const WIDTH = 300;

/** Thirty days as bars, drawn by the server; the same figures as a table for whoever cannot see them. */
export function DayChart({ label, total, days }: DayChartProps) {
  const t = useTranslations('admin');
  const most = Math.max(1, ...days.map(({ count }) => count));
  const sum = days.reduce((all, { count }) => all + count, 0);
  const width = WIDTH / Math.max(1, days.length);
  return (
    <figure className="min-w-0 rounded-lg border border-line bg-surface p-5">
      <figcaption className="flex items-baseline justify-between gap-3">
        <span className="font-semibold">{label}</span>
        <span className="figures text-sm text-ink-soft">{t('total', { count: total })}</span>
      </figcaption>
      <p className="mt-1 text-2xl font-bold">
        <span className="figures">{sum.toLocaleString('ko-KR')}</span>
        <span className="ml-2 text-sm font-normal text-ink-soft">{t('last30')}</span>
      </p>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-3 h-16 w-full"
      >
        {days.map(({ day, count }, index) => {
          const height = count === 0 ? 1 : Math.max(3, (count / most) * HEIGHT);
          return (
            <rect
              key={day}
              x={index * width + 1}
              y={HEIGHT - height}
              width={Math.max(1, width - 2)}
              height={height}
              rx="1.5"
              className={count === 0 ? 'fill-line' : 'fill-accent'}
            />
          );
        })}
      </svg>
      <details className="mt-2 text-sm">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-ink-soft">
          {t('asTable')}
        </summary>
        <table aria-label={label} className="w-full">
          <tbody>
            {days.map(({ day, count }) => (
              <tr key={day} className="border-t border-line">
                <th scope="row" className="figures py-1 text-left font-normal text-ink-soft">
                  {day}
                </th>
                <td className="figures py-1 text-right">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
