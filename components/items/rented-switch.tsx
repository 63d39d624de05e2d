'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useOptimistic } from 'react';
import { LastPiece } from '@/components/ui/last-piece';
import { Switch } from '@/components/ui/switch';

type RentedSwitchProps = {
  label: string;
  /** 적용: only seen where there is no script */
  applyLabel: string;
  isOn: boolean;
  hrefs: { on: string; off: string };
};

/** 「대여 중 포함」. A GET form: without script its button sends the same address. */
export function RentedSwitch({ label, applyLabel, isOn, hrefs }: RentedSwitchProps) {
  const router = useRouter();
  const [shown, setShown] = useOptimistic(isOn);
  const [path = '', query = ''] = hrefs.off.split('?');

  function onChange(checked: boolean) {
    startTransition(() => {
      setShown(checked);
      router.push(checked ? hrefs.on : hrefs.off, { scroll: false });
    });
  }

  return (
    <form action={path} className="comes-whole flex items-center justify-end gap-3">
      {[...new URLSearchParams(query)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Switch
        name="rented"
        value="1"
        label={label}
        checked={shown}
        onChange={({ target }) => onChange(target.checked)}
        className="text-sm"
      />
      <noscript>
        <button type="submit" className="min-h-11 px-2 text-sm font-semibold underline">
          {applyLabel}
        </button>
      </noscript>
      <LastPiece />
    </form>
  );
}
