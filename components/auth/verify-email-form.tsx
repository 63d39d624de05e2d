'use client';

import { MailCheck } from 'lucide';
import { useTranslations } from 'next-intl';
import { useServerForm } from '@/components/forms/use-server-form';
import { Banner } from '@/components/ui/banner';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/next/form-state';
import { paths } from '@/lib/paths';

type VerifyEmailFormProps = {
  action: FormAction;
  token: string;
  /** whether to lead to the profile, where another letter can be asked for */
  isMember: boolean;
};

/** A press, not the opening of the page, uses the link up: mail scanners open links. */
export function VerifyEmailForm({ action, token, isMember }: VerifyEmailFormProps) {
  const t = useTranslations('auth');
  const { state, isPending, formProps } = useServerForm(action, { offlineMessage: t('offline') });
  if (state.done) {
    return (
      <div role="status" className="flex flex-col gap-4">
        <Icon of={MailCheck} aria-hidden="true" className="size-10 text-accent-ink" />
        <h2 className="text-xl">{t('verify.doneTitle')}</h2>
        <p className="text-ink-soft">{t('verify.done')}</p>
        <LinkButton href={paths.home} isBlock size="lg">
          {t('verify.toHome')}
        </LinkButton>
      </div>
    );
  }
  return (
    <form {...formProps} className="flex flex-col gap-5">
      <input type="hidden" name="token" value={token} />
      {state.message && (
        <Banner
          tone="error"
          action={
            <LinkButton
              href={isMember ? paths.myPage('profile') : paths.login(paths.myPage('profile'))}
              variant="secondary"
              size="sm"
            >
              {t('verify.toProfile')}
            </LinkButton>
          }
        >
          {state.message}
        </Banner>
      )}
      <SubmitButton size="lg" isBlock isPending={isPending}>
        {t('verify.button')}
      </SubmitButton>
    </form>
  );
}
