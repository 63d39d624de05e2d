'use client';

import { Trash2 } from 'lucide';
import { useAsked } from '@/components/member/use-asked';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Icon } from '@/components/ui/icon';
import { useWords } from '@/components/ui/use-words';

type DeleteButtonProps = {
  itemId: string;
  /** answers only when it was refused */
  remove: (input: { itemId: string }) => Promise<{ message: string }>;
};

/** 「삭제하기」, which asks first. */
export function DeleteButton({ itemId, remove }: DeleteButtonProps) {
  const t = useWords('items.delete');
  const tUi = useWords('ui');
  const unanswered = { message: tUi('noAnswer') };
  const { open, refused, dialog } = useAsked(() => remove({ itemId }), unanswered, { keepsOpen: true });

  return (
    <>
      <Button
        variant="danger-ghost"
        onClick={open}
        icon={<Icon of={Trash2} aria-hidden="true" className="size-5" />}
      >
        {t('button')}
      </Button>
      <ConfirmDialog
        {...dialog}
        title={t('title')}
        text={t('text')}
        confirmLabel={t('button')}
        error={refused?.message ?? null}
      />
    </>
  );
}
