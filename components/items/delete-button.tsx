'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';

type DeleteButtonProps = {
  itemId: string;
  /** answers only when it was refused */
  remove: (input: { itemId: string }) => Promise<{ message: string }>;
};

/** 「삭제하기」, which asks first. */
export function DeleteButton({ itemId, remove }: DeleteButtonProps) {
  const t = useTranslations('items.delete');
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  function confirm() {
    setError(null);
    startTransition(async () => {
      const refused = await remove({ itemId });
      startTransition(() => setError(refused?.message ?? null));
    });
  }

  return (
    <>
      <Button
        variant="danger-ghost"
        onClick={() => setOpen(true)}
        icon={<Trash2 aria-hidden="true" className="size-5" />}
      >
        {t('button')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={confirm}
        title={t('title')}
        text={t('text')}
        confirmLabel={t('button')}
        isPending={isPending}
        error={error}
      />
    </>
  );
}
