import { useLocale } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { useWords } from '@/components/ui/use-words';
import type { ProvinceView } from '@/lib/features/regions/views';
import { localName } from '@/lib/format/local-name';
import { RegionLink } from './region-link';

export type RegionChoice = {
  provinces: readonly ProvinceView[];
  /** code in force, null for everywhere */
  current: string | null;
  hrefOf: (code: string) => string;
  onChoose: () => void;
};

/** 시/도 on the left, the 시/군/구 of the chosen one on the right. */
export function RegionColumns({ provinces, current, hrefOf, onChoose }: RegionChoice) {
  const t = useWords('items.region');
  const locale = useLocale();
  const [openCode, setOpenCode] = useState(current?.slice(0, 2) ?? provinces[0]?.code);
  const listsRef = useRef<HTMLDivElement>(null);
  const open = provinces.find((province) => province.code === openCode);

  // What is in force may lie far down in both lists.
  useEffect(() => {
    for (const chosen of listsRef.current?.querySelectorAll('[aria-pressed="true"], [aria-current]') ?? []) {
      chosen.scrollIntoView?.({ block: 'nearest' });
    }
  }, []);

  return (
    <div ref={listsRef} className="grid h-[min(24rem,52dvh)] grid-cols-[minmax(6.5rem,2fr)_3fr] gap-3">
      <ul
        aria-label={t('province')}
        className="overflow-y-auto overscroll-contain rounded-md bg-sunken p-1.5"
      >
        {provinces.map((province) => (
          <li key={province.code}>
            <button
              type="button"
              aria-pressed={province.code === openCode}
              onClick={() => setOpenCode(province.code)}
              className={cx(
                'flex min-h-11 w-full items-center rounded-sm px-3 py-1.5 text-left text-sm font-medium text-ink-soft transition-colors hover:text-ink',
                'aria-pressed:bg-surface aria-pressed:font-bold aria-pressed:text-ink aria-pressed:shadow-card dark:aria-pressed:bg-raised',
              )}
            >
              {locale === 'ko' ? province.shortName : province.nameEn}
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <ul
          key={open.code}
          aria-label={localName(open, locale)}
          className="animate-fade overflow-y-auto overscroll-contain p-0.5"
        >
          <RegionLink href={hrefOf(open.code)} isCurrent={current === open.code} onChoose={onChoose}>
            {t('wholeProvince', { name: localName(open, locale) })}
          </RegionLink>
          {open.regions.map((region) => (
            <RegionLink
              key={region.code}
              href={hrefOf(region.code)}
              isCurrent={current === region.code}
              onChoose={onChoose}
            >
              {localName(region, locale)}
            </RegionLink>
          ))}
        </ul>
      )}
    </div>
  );
}
