import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import type { LoginNotice } from '@/lib/paths';

/** Why somebody was sent to the sign-in page, and what to do. */
export function LoginNoticeBanner({ notice }: { notice: LoginNotice | undefined }) {
  const t = useTranslations('auth.notices');
  if (!notice) return null;
  return (
    <Banner tone={notice.startsWith('password-reset') ? 'success' : 'error'} className="mb-5">
      {t(notice)}
    </Banner>
  );
}
