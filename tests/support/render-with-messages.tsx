import { render } from '@testing-library/react';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactElement } from 'react';
import account from '@/messages/ko/account.json';
import auth from '@/messages/ko/auth.json';
import errors from '@/messages/ko/errors.json';
import itemForm from '@/messages/ko/itemForm.json';
import ui from '@/messages/ko/ui.json';

export function createRouter() {
  return {
    push: jest.fn(),
    replace: jest.fn(),
    refresh: jest.fn(),
    back: jest.fn(),
    forward: jest.fn(),
    prefetch: jest.fn(),
    bfcacheId: 'test',
  };
}

/** Renders as a page does, in Korean; where the router is sent to is on the returned `router`. */
export function renderWithMessages(element: ReactElement, router = createRouter()) {
  const wrap = (child: ReactElement) => (
    <AppRouterContext value={router}>
      <NextIntlClientProvider
        locale="ko"
        timeZone="Asia/Seoul"
        messages={{ account, ui, auth, errors, itemForm }}
      >
        {child}
      </NextIntlClientProvider>
    </AppRouterContext>
  );
  const view = render(wrap(element));
  return { ...view, router, rerenderWith: (child: ReactElement) => view.rerender(wrap(child)) };
}
