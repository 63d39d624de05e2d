'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { SoftLink } from '@/components/ui/soft-link';

type NavLinkProps = { href: string; className?: string; children: ReactNode };

/** A link of the main menu that knows when it is the current page (`aria-current`). */
export function NavLink({ href, className, children }: NavLinkProps) {
  const pathname = usePathname();
  const isCurrent = href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
  return (
    <SoftLink href={href} aria-current={isCurrent ? 'page' : undefined} className={className}>
      {children}
    </SoftLink>
  );
}
