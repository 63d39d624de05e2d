'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { type Address, loadPostcode } from 'react-daum-postcode';
import { Banner } from '@/components/ui/banner';
import { Dialog } from '@/components/ui/dialog';
import { Loading, Skeleton } from '@/components/ui/skeleton';

type PostcodeDialogProps = {
  onClose: () => void;
  onChoose: (address: Address) => void;
};

/** Kakao's postcode search in a dialog. Where its script does not come, it says so: the lists are there as always. */
export default function PostcodeDialog({ onClose, onChoose }: PostcodeDialogProps) {
  const t = useTranslations('auth.postcode');
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const choose = useRef(onChoose);
  choose.current = onChoose;

  useEffect(() => {
    let isStale = false;
    const giveUp = setTimeout(() => setState('failed'), PATIENCE_MS);
    loadPostcode()
      .then((Postcode) => {
        if (isStale || !place.current) return;
        clearTimeout(giveUp);
        const options = { oncomplete: (address: Address) => choose.current(address) };
        new Postcode({ ...options, width: '100%', height: '100%' }).embed(place.current);
        setState('shown');
      })
      .catch(() => !isStale && setState('failed'));
    return () => {
      isStale = true;
      clearTimeout(giveUp);
    };
  }, []);

  return (
    <Dialog isOpen onClose={onClose} title={t('title')} description={t('text')} width="md">
      {state === 'loading' && (
        <Loading>
          <Skeleton className="h-[min(28rem,60dvh)] w-full rounded-md" />
        </Loading>
      )}
      {state === 'failed' && <Banner tone="warn">{t('failed')}</Banner>}
      {/* Its pages are white by day and by night. */}
      <div
        ref={place}
        className={state === 'shown' ? 'h-[min(28rem,60dvh)] overflow-hidden rounded-md bg-white' : ''}
      />
    </Dialog>
  );
}

const PATIENCE_MS = 10_000;
