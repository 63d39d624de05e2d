import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Spinner } from '@/components/ui/spinner';
import { paths } from '@/lib/paths';
import type { useItemSubmit } from './use-item-submit';

type SavingBarProps = {
  submission: ReturnType<typeof useItemSubmit>;
  label: string;
  /** where to sign in again and come back; null where the form would not come back with it */
  signInHref: string | null;
};

/** The button, and what is going on once it was pressed. Stays in sight on phones. */
export function SavingBar({ submission, label, signInHref }: SavingBarProps) {
  const t = useTranslations('itemForm.saving');
  const { stage, problem, uploads, fields } = submission;
  const faults = Object.keys(fields).length;
  return (
    <div className="sticky bottom-0 z-20 -mx-4 flex flex-col gap-3 border-t border-line bg-paper px-4 pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] md:static md:mx-0 md:border-0 md:bg-transparent md:p-0">
      {problem?.isSignedOut && <SignedOut signInHref={signInHref} />}
      {problem?.message && !problem.isSignedOut && (
        <Banner
          tone="error"
          action={
            problem.isGone && (
              <LinkButton href={paths.myPage('items')} data-leave-freely="" size="sm" variant="secondary">
                {t('toOwnItems')}
              </LinkButton>
            )
          }
        >
          {problem.message}
        </Banner>
      )}
      {stage === 'editing' && problem?.message === null && faults > 0 && (
        <p className="text-sm font-medium text-danger-ink">{t('faults', { count: faults })}</p>
      )}
      {stage === 'waiting' && (
        <div role="status" className="flex items-center gap-3 text-sm text-ink-soft">
          <Spinner />
          <span className="flex-1">{t('waiting', { done: uploads.done, total: uploads.total })}</span>
          <Button size="sm" variant="ghost" onClick={submission.stopWaiting}>
            {t('stopWaiting')}
          </Button>
        </div>
      )}
      <Button type="submit" size="lg" isBlock isPending={stage !== 'editing'}>
        {label}
      </Button>
    </div>
  );
}

function SignedOut({ signInHref }: { signInHref: string | null }) {
  const t = useTranslations('itemForm.saving');
  return (
    <Banner
      tone="warn"
      action={
        <LinkButton
          href={signInHref ?? '/login'}
          target={signInHref ? undefined : '_blank'}
          data-leave-freely=""
          size="sm"
          variant="secondary"
        >
          {t('toSignIn')}
        </LinkButton>
      }
    >
      {signInHref ? t('signIn') : t('signInEdit')}
    </Banner>
  );
}
