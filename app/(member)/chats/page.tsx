import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { requireViewer } from '@/lib/next/viewer';
import { paths } from '@/lib/paths';

/** On phones the list alone; on wide screens the place where a room will open. */
export default async function ChatsPage() {
  await requireViewer(paths.chats);
  const t = await getTranslations('chat.pick');
  return <EmptyState drawing="chat" title={t('title')} text={t('text')} className="my-auto" />;
}
