'use client';

import { Flag } from 'lucide';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { useAction } from '@/components/member/use-action';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { showToast } from '@/components/ui/toast';
import type { WriteReportInput } from '@/lib/features/reports/schemas';
import type { ActionResult } from '@/lib/next/action-result';
import type { Submission } from '@/lib/next/once';

const ReportDialog = lazy(() => import('./report-dialog'));

type ReportButtonProps = {
  itemId: string;
  report: (input: WriteReportInput & Submission) => Promise<ActionResult<{ reportId: string }>>;
};

/** 「신고하기」: asks why, and says that it was received. */
export function ReportButton({ itemId, report }: ReportButtonProps) {
  const t = useTranslations('reports');
  const [isOpen, setOpen] = useState(false);
  const [isReported, setReported] = useState(false);
  const { run, isPending, refusal, clear } = useAction<{ reportId: string }>(() => {
    setOpen(false);
    setReported(true);
    showToast({ tone: 'success', text: t('done') });
  });
  if (isReported) {
    return (
      <p role="status" className="flex min-h-11 items-center gap-2 text-sm text-ink-soft">
        <Icon of={Flag} aria-hidden="true" className="size-4" />
        {t('reported')}
      </p>
    );
  }
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        icon={<Icon of={Flag} aria-hidden="true" className="size-4" />}
        onClick={() => {
          clear();
          setOpen(true);
        }}
      >
        {t('button')}
      </Button>
      {isOpen && (
        <Suspense>
          <ReportDialog
            onClose={() => setOpen(false)}
            onSubmit={(input) => run((submissionId) => report({ itemId, ...input, submissionId }))}
            isPending={isPending}
            refusal={refusal}
          />
        </Suspense>
      )}
    </>
  );
}
