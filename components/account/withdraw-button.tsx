'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { RefusalBanner } from '@/components/member/refusal-banner';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ActionRefusal } from '@/lib/next/action-result';

type WithdrawButtonProps = {
  /** answers only when it was refused */
  withdraw: () => Promise<ActionRefusal>;
};

/** 「회원 탈퇴」, which asks first; where a rental is open it says so and shows the way there. */
export function WithdrawButton({ withdraw }: WithdrawButtonProps) {
  const t = useTranslations('account.withdraw');
  const tAuth = useTranslations('auth');
  const [isOpen, setOpen] = useState(false);
  const [refused, setRefused] = useState<ActionRefusal | null>(null);
  const [isPending, startTransition] = useTransition();

  function confirm() {
    setRefused(null);
    startTransition(async () => {
      const answer = await withdraw().catch((error: unknown) => {
        // A redirect is thrown as well, and is the framework's to handle.
        if (typeof error === 'object' && error !== null && 'digest' in error) throw error;
        return { code: 'UNAVAILABLE' as const, message: tAuth('offline'), fields: {} };
      });
      startTransition(() => {
        setOpen(false);
        setRefused(answer ?? null);
      });
    });
  }

  return (
    <div className="flex flex-col items-start gap-4">
      <RefusalBanner refusal={refused} />
      <Button variant="danger-ghost" onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={confirm}
        title={t('confirmTitle')}
        text={t('confirmText')}
        confirmLabel={t('confirm')}
        isPending={isPending}
      />
    </div>
  );
}
