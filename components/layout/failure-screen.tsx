import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { PageShell } from './page-shell';

type FailureScreenProps = { title: string; text: string; reference?: string; action: ReactNode };

/** The whole page when there is nothing else to show: what happened, and the way out. */
export function FailureScreen({ title, text, reference, action }: FailureScreenProps) {
  return (
    <PageShell width="narrow" className="flex flex-col justify-center">
      <EmptyState
        drawing="lost"
        headingLevel="h1"
        title={title}
        text={text}
        action={action}
        className="!py-4"
      />
      {reference && <p className="figures text-center text-xs text-ink-faint">{reference}</p>}
    </PageShell>
  );
}
