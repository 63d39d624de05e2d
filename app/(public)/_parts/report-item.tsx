import { Flag } from 'lucide';
import { getTranslations } from 'next-intl/server';
import { writeReport } from '@/app/_actions/reports';
import { ClientMessages } from '@/components/layout/client-messages';
import { ReportButton } from '@/components/reports/report-button';
import { Icon } from '@/components/ui/icon';
import { LastPiece } from '@/components/ui/last-piece';
import { LinkButton } from '@/components/ui/link-button';
import { getViewer } from '@/lib/next/viewer';
import { paths } from '@/lib/paths';

/** 「신고하기」; a visitor is sent to sign in and comes back. */
export async function ReportItem({ itemId }: { itemId: string }) {
  const [t, viewer] = await Promise.all([getTranslations('reports'), getViewer()]);
  return (
    <div className="comes-whole flex justify-end">
      {viewer ? (
        <ClientMessages namespaces={['reports']}>
          <ReportButton itemId={itemId} report={writeReport} />
        </ClientMessages>
      ) : (
        <LinkButton
          href={paths.login(paths.item(itemId))}
          variant="ghost"
          size="sm"
          icon={<Icon of={Flag} aria-hidden="true" className="size-4" />}
        >
          {t('button')}
        </LinkButton>
      )}
      <LastPiece />
    </div>
  );
}
