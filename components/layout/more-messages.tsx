'use client';

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import type { ReactNode } from 'react';

type MoreMessagesProps = {
  /** sentences as JSON: one text costs the renderer far less than hundreds of values */
  json: string;
  children: ReactNode;
};

/** Adds sentences to those of the provider around it. */
export function MoreMessages({ json, children }: MoreMessagesProps) {
  const locale = useLocale();
  const known = useMessages();
  return (
    <NextIntlClientProvider locale={locale} messages={withMore(known, json)}>
      {children}
    </NextIntlClientProvider>
  );
}

const NONE: AbstractIntlMessages = {};
const longer = new WeakMap<AbstractIntlMessages, Map<string, AbstractIntlMessages>>();

/** The same object for the same sentences, on every page: what is made of them (`useWords`) is kept by it. */
function withMore(given: AbstractIntlMessages, json: string): AbstractIntlMessages {
  const known = Object.keys(given).length === 0 ? NONE : given;
  const byJson = longer.get(known) ?? new Map<string, AbstractIntlMessages>();
  longer.set(known, byJson);
  const all = byJson.get(json) ?? { ...known, ...JSON.parse(json) };
  byJson.set(json, all);
  return all;
}
