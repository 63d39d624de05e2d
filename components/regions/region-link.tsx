import { Check } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { SoftLink } from '@/components/ui/soft-link';

type RegionLinkProps = { href: string; isCurrent: boolean; onChoose: () => void; children: ReactNode };

export function RegionLink({ href, isCurrent, onChoose, children }: RegionLinkProps) {
  return (
    <li>
      <SoftLink
        href={href}
        keepsScroll
        onClick={onChoose}
        aria-current={isCurrent ? 'true' : undefined}
        className="flex min-h-11 items-center justify-between gap-2 rounded-sm px-3 py-1.5 text-sm font-medium transition-colors hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:font-bold aria-[current]:text-accent-ink"
      >
        {children}
        {isCurrent && <Icon of={Check} aria-hidden="true" className="size-4 shrink-0" />}
      </SoftLink>
    </li>
  );
}
