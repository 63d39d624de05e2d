import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Namespace } from '@/lib/next/i18n/messages';
import { writeMessages } from '@/lib/next/i18n/write-messages';
import { MoreMessages } from './more-messages';

type ClientMessagesProps = { namespaces: readonly Namespace[]; children: ReactNode };

/** Sentences that the parts inside it read in the browser, beside those that every page carries. */
export async function ClientMessages({ namespaces, children }: ClientMessagesProps) {
  return <MoreMessages json={await writeMessages(await getLocale(), namespaces)}>{children}</MoreMessages>;
}
