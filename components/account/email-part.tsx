'use client';

import { BadgeCheck, CircleAlert } from 'lucide';
import { useTranslations } from 'next-intl';
import { useServerForm } from '@/components/forms/use-server-form';
import { Banner } from '@/components/ui/banner';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/next/form-state';

type EmailPartProps = { email: string; isVerified: boolean; action: FormAction };

/** The member's address, whether it is confirmed, and the way to another letter. */
export function EmailPart({ email, isVerified, action }: EmailPartProps) {
  const t = useTranslations('account.email');
  const tAuth = useTranslations('auth');
  const { state, isPending, formProps } = useServerForm(action, { offlineMessage: tAuth('offline') });
  const icon = isVerified ? BadgeCheck : CircleAlert;
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <div>
        <p className="[overflow-wrap:anywhere]">{email}</p>
        <p className="mt-1 flex items-center gap-1.5 text-sm text-ink-soft">
          <Icon
            of={icon}
            aria-hidden="true"
            className={isVerified ? 'size-4 text-accent-ink' : 'size-4 text-warn-ink'}
          />
          {t(isVerified ? 'verified' : 'unverified')}
        </p>
      </div>
      {state.message && <Banner tone="error">{state.message}</Banner>}
      {state.done && <Banner tone="success">{t('sent')}</Banner>}
      {!isVerified && (
        <SubmitButton variant="secondary" isPending={isPending} className="self-start max-sm:w-full">
          {t('send')}
        </SubmitButton>
      )}
    </form>
  );
}
