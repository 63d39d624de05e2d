'use client';

import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LinkButton } from '@/components/ui/link-button';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { useWords } from '@/components/ui/use-words';
import type { ProvinceView } from '@/lib/features/regions/views';
import { localName } from '@/lib/format/local-name';
import type { ActionResult } from '@/lib/next/action-result';
import { type RegionChoice, RegionColumns } from './region-columns';
import { RegionLink } from './region-link';
import { searchRegions } from './search-regions';

export type LoadProvinces = () => Promise<ActionResult<ProvinceView[]>>;

type RegionDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  load: LoadProvinces;
  current: string | null;
  everywhereHref: string;
  hrefOf: (code: string) => string;
};

export default function RegionDialog(props: RegionDialogProps) {
  const { isOpen, onClose, load, current, everywhereHref, hrefOf } = props;
  const t = useWords('items.region');
  const [provinces, setProvinces] = useState<ProvinceView[] | 'failed' | null>(null);
  const [text, setText] = useState('');

  useEffect(() => {
    if (provinces !== null) return;
    let isStale = false;
    load().then(
      (result) => !isStale && setProvinces(result.ok ? result.data : 'failed'),
      () => !isStale && setProvinces('failed'),
    );
    return () => {
      isStale = true;
    };
  }, [load, provinces]);

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('title')}
      width="md"
      footer={
        <LinkButton
          href={everywhereHref}
          keepsScroll
          onClick={onClose}
          variant={current === null ? 'soft' : 'secondary'}
        >
          {t('everywhere')}
        </LinkButton>
      }
    >
      <TextField
        label={t('find')}
        placeholder={t('findPlaceholder')}
        value={text}
        onChange={({ target }) => setText(target.value)}
        autoComplete="off"
        className="mb-4"
      />
      {provinces === null && (
        <Loading>
          <Skeleton className="h-[min(24rem,52dvh)] w-full rounded-md" />
        </Loading>
      )}
      {provinces === 'failed' && (
        <Banner
          tone="error"
          title={t('failed')}
          action={
            <Button size="sm" variant="secondary" onClick={() => setProvinces(null)}>
              {t('retry')}
            </Button>
          }
        />
      )}
      {Array.isArray(provinces) &&
        (text.trim() ? (
          <FoundList {...{ provinces, text, current, hrefOf }} onChoose={onClose} />
        ) : (
          <RegionColumns provinces={provinces} current={current} hrefOf={hrefOf} onChoose={onClose} />
        ))}
    </Dialog>
  );
}

type FoundListProps = Pick<RegionChoice, 'current' | 'hrefOf' | 'onChoose'> & {
  provinces: readonly ProvinceView[];
  text: string;
};

function FoundList({ provinces, text, current, hrefOf, onChoose }: FoundListProps) {
  const t = useWords('items.region');
  const locale = useLocale();
  const found = searchRegions(provinces, text);
  if (found.length === 0) return <p className="py-6 text-center text-ink-soft">{t('foundNone', { text })}</p>;
  return (
    <ul aria-label={t('found')} className="h-[min(24rem,52dvh)] overflow-y-auto overscroll-contain">
      {found.map(({ province, region }) => (
        <RegionLink
          key={region.code}
          href={hrefOf(region.code)}
          isCurrent={current === region.code}
          onChoose={onChoose}
        >
          {localName(province, locale)} {localName(region, locale)}
        </RegionLink>
      ))}
    </ul>
  );
}
