'use client';

import { X } from 'lucide';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import { IconButton } from './icon-button';

const WIDTHS = { sm: 'md:max-w-md', md: 'md:max-w-xl', lg: 'md:max-w-3xl' } as const;

export type DialogProps = {
  isOpen: boolean;
  /** Esc, the backdrop and the close button all ask for this; the caller sets `isOpen`. */
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, in a row that stays in sight. */
  footer?: ReactNode;
  width?: keyof typeof WIDTHS;
};

/**
 * A modal: a sheet from the bottom on phones, centred on wide screens. Built on the native dialog element, which keeps
 * the focus inside, closes on Esc and gives the focus back. An element with `data-autofocus` is focused first, else the title.
 */
export function Dialog({ isOpen, onClose, title, description, children, footer, width = 'sm' }: DialogProps) {
  const t = useTranslations('ui');
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || !isOpen) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => dialog.close();
  }, [isOpen]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is the one on the backdrop, whose key is Esc
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={cx(
        'm-0 mt-auto hidden max-h-[92dvh] w-full max-w-full flex-col overflow-hidden rounded-t-xl bg-surface shadow-float open:flex open:animate-sheet backdrop:animate-fade backdrop:bg-scrim',
        'md:m-auto md:rounded-xl md:open:animate-rise',
        WIDTHS[width],
      )}
    >
      {isOpen && (
        <>
          <header className="flex items-start gap-3 px-5 pt-4 md:px-7 md:pt-6">
            <div className="min-w-0 flex-1 pt-1.5">
              <h2 id={`${id}-title`} data-autofocus tabIndex={-1} className="text-xl">
                {title}
              </h2>
              {description && (
                <div id={`${id}-description`} className="mt-1.5 text-ink-soft">
                  {description}
                </div>
              )}
            </div>
            <IconButton
              label={t('close')}
              icon={<Icon of={X} aria-hidden="true" />}
              onClick={onClose}
              className="-mr-2"
            />
          </header>
          <div className="min-h-4 flex-1 overflow-y-auto overscroll-contain px-5 py-4 empty:p-0 md:px-7">
            {children}
          </div>
          {footer && (
            <footer className="flex gap-2.5 border-t border-line px-5 pt-4 pb-[calc(1rem+env(safe-area-inset-bottom))] *:flex-1 md:justify-end md:px-7 md:*:flex-none">
              {footer}
            </footer>
          )}
        </>
      )}
    </dialog>
  );
}
