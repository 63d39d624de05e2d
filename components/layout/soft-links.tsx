'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { plainClickOnLink } from '@/components/ui/plain-click';

/** Stands once in the root layout: goes by the router where a `SoftLink` is clicked, wherever it stands. */
export function SoftLinks() {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const pending = useRef<HTMLAnchorElement | null>(null);

  useEffect(() => {
    if (!isPending) mark(pending, null);
  }, [isPending]);

  useEffect(() => {
    const go = (event: MouseEvent) => {
      const link = plainClickOnLink(event);
      if (!link || link.dataset.soft === undefined) return;
      event.preventDefault();
      mark(pending, link);
      const { pathname, search, hash } = link;
      startTransition(() => router.push(pathname + search + hash, { scroll: link.dataset.soft !== 'stay' }));
    };
    document.addEventListener('click', go);
    return () => document.removeEventListener('click', go);
  }, [router]);

  return null;
}

function mark(pending: { current: HTMLAnchorElement | null }, link: HTMLAnchorElement | null) {
  pending.current?.removeAttribute('data-pending');
  link?.setAttribute('data-pending', '');
  pending.current = link;
}
