import { useLocale } from 'next-intl';
import { useWords } from '@/components/ui/use-words';

type LanguageSwitchProps = {
  /** Server action: reads `locale` from the form and keeps it in the cookie. */
  action: (form: FormData) => Promise<void>;
};

/** One press to the other of the two languages. */
export function LanguageSwitch({ action }: LanguageSwitchProps) {
  const t = useWords('layout');
  const other = useLocale() === 'ko' ? 'en' : 'ko';
  return (
    <form action={action}>
      <button
        type="submit"
        name="locale"
        value={other}
        lang={other}
        aria-label={t('toOtherLanguage')}
        title={t('toOtherLanguage')}
        className="inline-flex h-11 w-9 items-center justify-center rounded-full text-sm min-[360px]:w-11 font-bold text-ink-soft transition-colors hover:bg-sunken hover:text-ink"
      >
        {t('otherLanguageShort')}
      </button>
    </form>
  );
}
