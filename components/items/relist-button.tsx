'use client';

import { RotateCcw } from 'lucide';
import { useState, useTransition } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { showToast } from '@/components/ui/toast';
import { useWords } from '@/components/ui/use-words';

export type PutBack = (input: { itemId: string }) => Promise<{ message: string } | null>;

type RelistButtonProps = { itemId: string; putBack: PutBack; size?: 'sm' | 'md'; onDone?: () => void };

/** 「다시 등록하기」, for the author of a CLOSED item. */
export function RelistButton({ itemId, putBack, size, onDone }: RelistButtonProps) {
  const t = useWords('items.relist');
  const [error, setError] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  function relist() {
    setError(null);
    startTransition(async () => {
      const refused = await putBack({ itemId }).catch(() => ({ message: t('failed') }));
      startTransition(() => {
        if (refused) return setError(refused.message);
        showToast({ tone: 'success', text: t('done') });
        onDone?.();
      });
    });
  }

  return (
    <div className="flex flex-1 flex-col gap-2">
      {error && <Banner tone="error">{error}</Banner>}
      <Button
        isBlock
        size={size}
        onClick={relist}
        isPending={isPending}
        icon={<Icon of={RotateCcw} aria-hidden="true" className="size-5" />}
      >
        {t('button')}
      </Button>
    </div>
  );
}
