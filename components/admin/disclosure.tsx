import { ChevronDown } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';

/** Opens what takes something away: a second step before the act itself. Works without script. */
export function Disclosure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group/open">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-1.5 rounded-sm px-2 text-sm font-semibold text-danger-ink hover:bg-sunken [&::-webkit-details-marker]:hidden">
        {label}
        <Icon
          of={ChevronDown}
          aria-hidden="true"
          className="size-4 transition-transform group-open/open:rotate-180"
        />
      </summary>
      <div className="mt-2 rounded-md border border-line bg-sunken p-4">{children}</div>
    </details>
  );
}
