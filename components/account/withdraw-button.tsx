'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';

type WithdrawButtonProps = {
  /** answers only when it was refused */
  withdraw: () => Promise<{ message: string; code: string }>;
};

/** 「회원 탈퇴」, which asks first; where a rental is open it says so and shows the way there. */
export function WithdrawButton({ withdraw }: WithdrawButtonProps) {
  const t = useTranslations('account.withdraw');
  const tAuth = useTranslations('auth');
  const [isOpen, setOpen] = useState(false);
  const [refused, setRefused] = useState<{ message: string; code: string } | null>(null);
  const [isPending, startTransition] = useTransition();

  function confirm() {
    setRefused(null);
    startTransition(async () => {
      const answer = await withdraw().catch((error: unknown) => {
        // A redirect is thrown as well, and is the framework's to handle.
        if (typeof error === 'object' && error !== null && 'digest' in error) throw error;
        return { message: tAuth('offline'), code: 'UNAVAILABLE' };
      });
      startTransition(() => {
        setOpen(false);
        setRefused(answer ?? null);
      });
    });
  }

  return (
    <div className="flex flex-col items-start gap-4">
      {refused && (
        <Banner
          tone="error"
          className="w-full"
          action={
            refused.code === 'CONFLICT' && (
              <LinkButton href={paths.myPage('ongoing')} variant="secondary" size="sm">
                {t('toRentals')}
              </LinkButton>
            )
          }
        >
          {refused.message}
        </Banner>
      )}
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
