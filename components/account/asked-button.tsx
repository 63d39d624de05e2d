'use client';

import { useTranslations } from 'next-intl';
import { RefusalBanner } from '@/components/member/refusal-banner';
import { useAsked } from '@/components/member/use-asked';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ActionRefusal } from '@/lib/next/action-result';

type AskedButtonProps = {
  /** words of this button below `account` */
  words: 'withdraw' | 'devices';
  /** answers only when it was refused */
  action: () => Promise<ActionRefusal>;
};

/** 「회원 탈퇴」 or 「모든 기기에서 로그아웃」, which asks first and says what stands in the way. */
export function AskedButton({ words, action }: AskedButtonProps) {
  const t = useTranslations(`account.${words}`);
  const tAuth = useTranslations('auth');
  const unanswered: ActionRefusal = { code: 'UNAVAILABLE', message: tAuth('offline'), fields: {} };
  const { open, refused, dialog } = useAsked(action, unanswered);

  return (
    <div className="flex flex-col items-start gap-4">
      <RefusalBanner refusal={refused} />
      <Button variant="danger-ghost" onClick={open}>
        {t('button')}
      </Button>
      <ConfirmDialog
        {...dialog}
        title={t('confirmTitle')}
        text={t('confirmText')}
        confirmLabel={t(words === 'withdraw' ? 'confirm' : 'button')}
      />
    </div>
  );
}
