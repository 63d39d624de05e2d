import { render } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import type { MemberActions } from '@/components/member/member-actions';
import { MemberValueProvider } from '@/components/member/member-provider';
import type { ActionResult } from '@/lib/next/action-result';
import { createCountsStore } from '@/lib/realtime/client/counts';
import alerts from '@/messages/ko/alerts.json';
import chat from '@/messages/ko/chat.json';
import layout from '@/messages/ko/layout.json';
import rentals from '@/messages/ko/rentals.json';
import reports from '@/messages/ko/reports.json';
import reviews from '@/messages/ko/reviews.json';
import ui from '@/messages/ko/ui.json';
import { ME } from '@/tests/factories/messages';

// jsdom knows the element but not how to open it; the browser tests see the real one.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

const messages = { alerts, chat, layout, rentals, reports, reviews, ui };

export const fine = async <T,>(data: T): Promise<ActionResult<T>> => ({ ok: true, data });
export const refused = async (
  message: string,
  fields: Record<string, string> = {},
): Promise<ActionResult<never>> => ({ ok: false, error: { code: 'INVALID', message, fields } });

/** As the root layout would show it to a member; an action that a test does not give is one that it must not reach. */
export function renderMember(children: ReactNode, actions: Partial<MemberActions> = {}) {
  const unreachable = new Proxy(actions, {
    get: (given, name: keyof MemberActions) =>
      given[name] ??
      (() => {
        throw new Error(`${name} was not expected`);
      }),
  }) as MemberActions;
  const member = {
    viewerId: ME,
    actions: unreachable,
    counts: createCountsStore({ alerts: 0, messages: 0 }),
    realtime: null,
  };
  return render(
    <NextIntlClientProvider locale="ko" messages={messages} timeZone="Asia/Seoul">
      <MemberValueProvider value={member}>{children}</MemberValueProvider>
    </NextIntlClientProvider>,
  );
}
