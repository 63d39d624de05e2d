import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { writeFeedback } from '@/app/_actions/account';
import { FeedbackForm } from '@/components/feedback/feedback-form';
import { ClientMessages } from '@/components/layout/client-messages';

export async function FeedbackTab() {
  const t = await getTranslations('account.feedback');
  return (
    <ClientMessages namespaces={['account', 'auth']}>
      <div className="max-w-2xl">
        <h2 className="text-lg">{t('title')}</h2>
        <p className="mt-1 mb-6 text-ink-soft">{t('text')}</p>
        <FeedbackForm action={writeFeedback} submissionId={randomUUID()} />
      </div>
    </ClientMessages>
  );
}
