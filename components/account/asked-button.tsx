'use client';

import { useTranslations } from 'next-intl';
import { forgetMember } from '@/components/member/forget-member';
import { RefusalBanner } from '@/components/member/refusal-banner';
import { useAsked } from '@/components/member/use-asked';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ActionRefusal } from '@/lib/next/action-result';

type AskedButtonProps = {
  /** words of this button below `account` */
  words: 'withdraw' | 'devices';
  viewerId: string;
  /** answers only when it was refused */
  action: () => Promise<ActionRefusal>;
};

/** 「회원 탈퇴」 or 「모든 기기에서 로그아웃」, which asks first and says what stands in the way. */
export function AskedButton({ words, viewerId, action }: AskedButtonProps) {
  const t = useTranslations(`account.${words}`);
  const tAuth = useTranslations('auth');
  const unanswered: ActionRefusal = { code: 'UNAVAILABLE', message: tAuth('offline'), fields: {} };
  const { open, refused, dialog } = useAsked(leave, unanswered);

  /** Leads away when it is done: only then nothing of the member stays in this browser. */
  async function leave(): Promise<ActionRefusal> {
    try {
      return await action();
    } catch (error) {
      if (isRedirect(error)) forgetMember(viewerId);
      throw error;
    }
  }

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

/** The framework's own way to lead elsewhere. */
function isRedirect(error: unknown): boolean {
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : '';
  return String(digest).startsWith('NEXT_REDIRECT');
}
