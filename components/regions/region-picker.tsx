'use client';

import { MapPin } from 'lucide';
import { lazy, Suspense, useState } from 'react';
import { EVERYWHERE, type ItemFilters, listHref } from '@/components/items/item-filters';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { LoadProvinces } from './region-dialog';

const RegionDialog = lazy(() => import('./region-dialog'));

type RegionPickerProps = {
  label: string;
  filters: ItemFilters;
  /** code in force, null for everywhere */
  current: string | null;
  load: LoadProvinces;
};

/** 「동네 바꾸기」: the list of all districts is fetched with the first press. */
export function RegionPicker({ label, filters, current, load }: RegionPickerProps) {
  const [isOpen, setOpen] = useState(false);
  const [isNeeded, setNeeded] = useState(false);

  function open() {
    setNeeded(true);
    setOpen(true);
  }

  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        icon={<Icon of={MapPin} aria-hidden="true" className="size-4.5" />}
        onClick={open}
        aria-haspopup="dialog"
        className="shrink-0 !rounded-full"
      >
        {label}
      </Button>
      {isNeeded && (
        <Suspense>
          <RegionDialog
            isOpen={isOpen}
            onClose={() => setOpen(false)}
            load={load}
            current={current}
            everywhereHref={listHref({ ...filters, region: EVERYWHERE })}
            hrefOf={(code) => listHref({ ...filters, region: code })}
          />
        </Suspense>
      )}
    </>
  );
}
