import { render } from '@testing-library/react';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NextIntlClientProvider } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import items from '@/messages/ko/items.json';
import mypage from '@/messages/ko/mypage.json';
import rentals from '@/messages/ko/rentals.json';
import ui from '@/messages/ko/ui.json';

type Router = NonNullable<ComponentProps<typeof AppRouterContext.Provider>['value']>;

export const router = {
  push: jest.fn<void, [string]>(),
  replace: jest.fn<void, [string]>(),
  refresh: jest.fn<void, []>(),
  prefetch: jest.fn<void, [string]>(),
  back: jest.fn<void, []>(),
  forward: jest.fn<void, []>(),
};

/** Renders parts of a page as Next.js would: with its router and the Korean sentences around them. */
export function renderPage(page: ReactNode) {
  return render(page, {
    wrapper: ({ children }) => (
      <AppRouterContext.Provider value={router as unknown as Router}>
        <NextIntlClientProvider locale="ko" timeZone="Asia/Seoul" messages={{ items, mypage, rentals, ui }}>
          {children}
        </NextIntlClientProvider>
      </AppRouterContext.Provider>
    ),
  });
}
