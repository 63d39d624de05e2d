import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/text-field';

/** 「인증 코드」, of the second step of signing in. */
export function CodeField({ hint, error }: { hint: string; error: string | undefined }) {
  const t = useTranslations('auth');
  return (
    <TextField
      name="otp"
      label={t('code')}
      hint={hint}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      error={error}
    />
  );
}
