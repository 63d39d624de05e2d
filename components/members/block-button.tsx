'use client';

import { Ban } from 'lucide';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { useMember } from '@/components/member/member-provider';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';

type BlockButtonProps = {
  memberId: string;
  name: string;
  isBlocked: boolean;
  look?: 'button' | 'icon';
  /** when it is done; the page is asked for anew in any case */
  onChange?: () => void;
};

/** 「차단하기」 or 「차단 해제」, which asks first. */
export function BlockButton({ memberId, name, isBlocked, look = 'button', onChange }: BlockButtonProps) {
  const t = useTranslations('chat.block');
  const { actions } = useMember();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const label = t(isBlocked ? 'undo' : 'button');

  function open() {
    setError(null);
    setOpen(true);
  }

  function confirm() {
    startTransition(async () => {
      const answer = await actions.setBlock({ memberId, on: !isBlocked }).catch(() => null);
      startTransition(() => {
        if (!answer?.ok) return setError(answer?.error.message ?? t('failed'));
        setOpen(false);
        onChange?.();
        router.refresh();
      });
    });
  }

  const icon = <Icon of={Ban} aria-hidden="true" className="size-5" />;
  return (
    <>
      {look === 'icon' ? (
        <IconButton label={label} icon={icon} onClick={open} />
      ) : (
        <Button variant={isBlocked ? 'secondary' : 'danger-ghost'} size="sm" icon={icon} onClick={open}>
          {label}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={confirm}
        title={t(isBlocked ? 'undoTitle' : 'title', { name })}
        text={t(isBlocked ? 'undoText' : 'text')}
        confirmLabel={label}
        tone={isBlocked ? 'primary' : 'danger'}
        isPending={isPending}
        error={error}
      />
    </>
  );
}
