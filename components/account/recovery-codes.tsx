import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';

type RecoveryCodesProps = { codes: readonly string[]; onClose: () => void };

/** Shown once: to be copied or written down. */
export function RecoveryCodes({ codes, onClose }: RecoveryCodesProps) {
  const t = useTranslations('account.twoStep');

  async function copy() {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      showToast({ tone: 'success', text: t('copied') });
    } catch {
      showToast({ tone: 'error', text: t('copyFailed') });
    }
  }

  return (
    <div className="flex flex-col gap-4">
      <Banner tone="warn">{t('codesText')}</Banner>
      <ol aria-label={t('codes')} className="grid grid-cols-2 gap-2 font-mono tracking-wide select-all">
        {codes.map((code) => (
          <li key={code} className="rounded-sm bg-sunken px-3 py-2 text-center">
            {code}
          </li>
        ))}
      </ol>
      <div className="grid gap-3 sm:grid-cols-2">
        <Button variant="secondary" onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <Button onClick={onClose}>{t('kept')}</Button>
      </div>
    </div>
  );
}
