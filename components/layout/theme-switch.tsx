'use client';

import { Moon, Sun } from 'lucide';
import { useSyncExternalStore } from 'react';
import { Icon } from '@/components/ui/icon';
import { isDark, setDark, subscribeTheme } from './theme';

/** Drawn by CSS from `data-theme`, so that it is right in the first frame, before this runs; FIRST_SCRIPT checks it. */
export function ThemeSwitch({ label }: { label: string }) {
  const dark = useSyncExternalStore(subscribeTheme, isDark, () => false);
  return (
    <button
      type="button"
      role="switch"
      aria-checked={dark}
      suppressHydrationWarning
      data-theme-switch=""
      aria-label={label}
      title={label}
      onClick={() => setDark(!dark)}
      className="inline-flex h-11 w-12 shrink-0 md:w-13 items-center justify-center rounded-full"
    >
      <span className="flex h-7 w-12 items-center rounded-full border border-line-strong/50 bg-sunken p-0.5 dark:border-accent-line dark:bg-accent-soft">
        <span className="flex size-5.5 items-center justify-center rounded-full bg-surface text-star shadow-card transition-transform duration-200 ease-soft dark:translate-x-5 dark:bg-accent dark:text-on-accent">
          <Icon of={Sun} aria-hidden="true" className="size-3.5 stroke-[2.5] dark:hidden" />
          <Icon of={Moon} aria-hidden="true" className="hidden size-3.5 stroke-[2.5] dark:block" />
        </span>
      </span>
    </button>
  );
}
