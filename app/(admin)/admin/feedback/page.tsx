import { getTranslations } from 'next-intl/server';
import { setFeedbackStatus } from '@/app/_actions/admin';
import { AdminForm } from '@/components/admin/admin-form';
import { AdminList, AdminRow } from '@/components/admin/admin-list';
import type { RawParams } from '@/components/items/item-filters';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { listFeedback } from '@/lib/features/admin/server/feedback';
import { getContext } from '@/lib/next/context';
import { orNotFound } from '@/lib/next/or-not-found';
import { paths } from '@/lib/paths';
import { AdminFrame } from '../_parts/admin-frame';
import { readListParams } from '../_parts/list-params';

export default async function FeedbackPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { cursor } = await readListParams(searchParams);
  const page = await orNotFound(listFeedback(await getContext(), cursor ? { cursor } : {}));
  const t = await getTranslations('admin');
  return (
    <AdminFrame current="feedback">
      <AdminList
        href={paths.admin('feedback')}
        q={null}
        nextCursor={page.nextCursor}
        isEmpty={page.data.length === 0}
      >
        {page.data.map((feedback) => (
          <AdminRow key={feedback.id} label={feedback.title}>
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-bold">{feedback.title}</span>
              {feedback.isDone && <Badge>{t('done')}</Badge>}
            </p>
            <p className="mt-1 whitespace-pre-wrap">{feedback.body}</p>
            <p className="mt-1 text-sm text-ink-soft">
              {feedback.author ?? t('withdrawn')} · <RelativeTime at={feedback.createdAt} />
            </p>
            <div className="mt-2">
              <AdminForm
                action={setFeedbackStatus}
                hidden={{ id: feedback.id, isDone: String(!feedback.isDone) }}
                button={t(feedback.isDone ? 'reopen' : 'markDone')}
              />
            </div>
          </AdminRow>
        ))}
      </AdminList>
    </AdminFrame>
  );
}
