import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { chooseRegion } from '@/app/_actions/region';
import { AuthFrame } from '@/components/auth/auth-frame';
import { RegionForm } from '@/components/auth/region-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { listProvinces } from '@/lib/features/regions/server/list-provinces';
import { getContext } from '@/lib/next/context';
import { requireViewer } from '@/lib/next/viewer';
import { paths } from '@/lib/paths';
import { safeReturnPath } from '@/lib/return-path';

type RegionPageProps = { searchParams: Promise<Partial<Record<'next' | 'step', string | string[]>>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.region');
  return { title: t('button'), robots: { index: false } };
}

export default async function RegionPage({ searchParams }: RegionPageProps) {
  const { next, step } = await searchParams;
  const returnTo = safeReturnPath(next);
  const viewer = await requireViewer(paths.region(returnTo));
  if (step === 'sign-in' && viewer.region) redirect(returnTo);
  const [t, provinces] = await Promise.all([
    getTranslations('auth.region'),
    getContext().then((ctx) => listProvinces(ctx)),
  ]);
  return (
    <AuthFrame title={t('title')} text={t('text')}>
      <ClientMessages namespaces={['auth']}>
        <RegionForm
          action={chooseRegion}
          provinces={provinces}
          returnTo={returnTo}
          currentCode={viewer.region?.code ?? ''}
        />
      </ClientMessages>
    </AuthFrame>
  );
}
