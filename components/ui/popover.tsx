'use client';

import { type ReactNode, useId } from 'react';
import { cx } from './cx';
import { usePanel } from './use-panel';

export type PopoverTrigger = {
  popoverTarget: string;
  'aria-expanded': boolean;
  'aria-haspopup'?: 'menu' | 'dialog';
};

type PopoverProps = {
  /** Draws the button: spread what it is given onto a `<button>`, IconButton or Button. */
  trigger: (attributes: PopoverTrigger) => ReactNode;
  /** Names the panel for screen readers. */
  label: string;
  children: ReactNode;
  onOpenChange?: (isOpen: boolean) => void;
  className?: string;
};

/**
 * A panel hung under its button with the browser's own popover: it opens without script, closes on Esc and on a click
 * elsewhere, and lies above everything. It also closes when a link or a `[data-close]` inside is used.
 */
export function Popover({ trigger, label, children, onOpenChange, className }: PopoverProps) {
  const id = useId();
  const { ref, isOpen, onToggle } = usePanel(onOpenChange);
  return (
    <>
      {trigger({ popoverTarget: id, 'aria-expanded': isOpen })}
      {/* biome-ignore lint/a11y/useSemanticElements: a group that hangs below its button, not a set of fields */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: follows the press of what is inside, by key too */}
      <div
        ref={ref}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        onToggle={onToggle}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('a[href], [data-close]')) {
            event.currentTarget.hidePopover();
          }
        }}
        className={cx(
          'hang-below max-h-[min(36rem,calc(100dvh-6rem))] w-72 max-w-[calc(100vw-1rem)] overflow-y-auto overscroll-contain rounded-lg bg-raised p-2 shadow-float open:animate-rise',
          className,
        )}
      >
        {children}
      </div>
    </>
  );
}
