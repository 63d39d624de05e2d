'use client';

import { ArrowUp } from 'lucide';
import { useSyncExternalStore } from 'react';
import { MAIN_ID } from '@/components/layout/skip-link';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';

/** 「맨 위로」, once the reader is two screens down. */
export function ToTopButton({ label }: { label: string }) {
  const isFarDown = useSyncExternalStore(subscribeScroll, readFarDown, () => false);
  if (!isFarDown) return null;
  return (
    <IconButton
      label={label}
      icon={<Icon of={ArrowUp} aria-hidden="true" />}
      variant="glass"
      onClick={() => {
        window.scrollTo({ top: 0, behavior: 'smooth' });
        document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
      }}
      className="!fixed right-4 bottom-[calc(var(--tab-bar)+1rem)] z-20 animate-rise border border-line md:right-8 md:bottom-26"
    />
  );
}

function subscribeScroll(onChange: () => void): () => void {
  window.addEventListener('scroll', onChange, { passive: true });
  return () => window.removeEventListener('scroll', onChange);
}

function readFarDown(): boolean {
  return window.scrollY > window.innerHeight * 1.5;
}
