import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ChatColumns } from '@/components/chat/chat-columns';
import { seal } from '@/lib/core/sealed';
import { listRooms } from '@/lib/features/chat/server/list-rooms';
import { getContext } from '@/lib/next/context';
import { getViewer } from '@/lib/next/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('chat'))('title') };
}

/** The list stays while one goes from room to room. Each page below sends visitors to sign in. */
export default async function ChatsLayout({ children }: { children: ReactNode }) {
  if (!(await getViewer())) return children;
  const rooms = await listRooms(await getContext(), {});
  return <ChatColumns rooms={seal(rooms)}>{children}</ChatColumns>;
}
