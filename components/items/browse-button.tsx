'use client';

import { ArrowDown } from 'lucide';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

/** 「물건 둘러보기」: scrolls to the list and puts the focus there; without script the form jumps to its anchor. */
export function BrowseButton({ label, targetId }: { label: string; targetId: string }) {
  return (
    <form
      action={`#${targetId}`}
      onSubmit={(event) => {
        const target = document.getElementById(targetId);
        if (!target) return;
        event.preventDefault();
        target.scrollIntoView({ behavior: 'smooth' });
        target.focus({ preventScroll: true });
      }}
    >
      <Button type="submit" icon={<Icon of={ArrowDown} aria-hidden="true" className="size-5" />}>
        {label}
      </Button>
    </form>
  );
}
