import { render } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactElement } from 'react';
import layout from '@/messages/ko/layout.json';
import ui from '@/messages/ko/ui.json';

export function renderUi(element: ReactElement) {
  return render(
    <NextIntlClientProvider locale="ko" timeZone="Asia/Seoul" messages={{ ui, layout }}>
      {element}
    </NextIntlClientProvider>,
  );
}
