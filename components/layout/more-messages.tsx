'use client';

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { kept } from '@/lib/format/kept';

type MoreMessagesProps = {
  /** sentences as JSON: one text costs the renderer far less than hundreds of values */
  json: string;
  children: ReactNode;
};

/** Adds sentences to those of the provider around it. */
export function MoreMessages({ json, children }: MoreMessagesProps) {
  const locale = useLocale();
  const known = useMessages();
  const all = useMemo(() => ({ ...known, ...readMessages(json) }), [known, json]);
  return (
    <NextIntlClientProvider locale={locale} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}

const readMessages = kept((json: string): AbstractIntlMessages => JSON.parse(json));
