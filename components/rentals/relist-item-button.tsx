'use client';

import { useTranslations } from 'next-intl';
import { useMember } from '@/components/member/member-provider';
import { RefusalBanner } from '@/components/member/refusal-banner';
import { useAction } from '@/components/member/use-action';
import { Button } from '@/components/ui/button';

/** 「다시 등록하기」 in a room, for the author of a CLOSED item. */
export function RelistItemButton({ itemId, onChange }: { itemId: string; onChange?: () => void }) {
  const t = useTranslations('rentals');
  const { actions } = useMember();
  const { run, isPending, refusal } = useAction<unknown>(() => onChange?.());
  return (
    <div className="flex flex-col gap-2">
      <RefusalBanner refusal={refusal} />
      <Button
        size="sm"
        variant="soft"
        isPending={isPending}
        onClick={() => run((submissionId) => actions.relistItem({ itemId, submissionId }))}
      >
        {t('relist')}
      </Button>
    </div>
  );
}
