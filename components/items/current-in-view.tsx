'use client';

import { type ReactNode, useEffect, useRef } from 'react';

type CurrentInViewProps = {
  /** Which one is current: the row is moved when this changes. */
  current: string;
  children: ReactNode;
};

/** Around a row that scrolls sideways: brings the current one of its links into sight, on arrival and after each change. */
export function CurrentInView({ current, children }: CurrentInViewProps) {
  const ref = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `current` says when to look again
  useEffect(() => {
    const link = ref.current?.querySelector<HTMLElement>('[aria-current]');
    const row = link?.closest<HTMLElement>('.scroll-row');
    if (!link || !row) return;
    const offset = link.getBoundingClientRect().left - row.getBoundingClientRect().left;
    row.scrollLeft += offset - (row.clientWidth - link.clientWidth) / 2;
  }, [current]);

  return <div ref={ref}>{children}</div>;
}
