import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { LastPiece } from '@/components/ui/last-piece';
import { MAIN_ID } from './skip-link';

const WIDTHS = { wide: '', reading: 'max-w-3xl', form: 'max-w-xl', narrow: 'max-w-md' } as const;

type PageShellProps = {
  width?: keyof typeof WIDTHS;
  /** On phones the frame steps back: no tab bar, no footer, no search row (a chat room, a long form). */
  isImmersive?: boolean;
  className?: string;
  children: ReactNode;
};

/** The <main> of every page: where the skip link lands. One a page, with one h1 in it. */
export function PageShell({ width = 'wide', isImmersive, className, children }: PageShellProps) {
  return (
    <main
      id={MAIN_ID}
      tabIndex={-1}
      data-immersive={isImmersive || undefined}
      className={cx(
        isImmersive && 'comes-whole',
        'shell min-h-[70dvh] py-6 md:py-10',
        WIDTHS[width],
        className,
      )}
    >
      {children}
      {isImmersive && <LastPiece />}
    </main>
  );
}
