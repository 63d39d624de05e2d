'use client';

import { Monitor, Smartphone } from 'lucide';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { forgetMember } from '@/components/member/forget-member';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import type { SessionView } from '@/lib/features/account/views';
import { formatDate } from '@/lib/format/dates';
import { formatDaysAgo } from '@/lib/format/days-ago';
import type { FormAction } from '@/lib/next/form-state';
import { EndDevice } from './end-device';

type DeviceListProps = {
  viewerId: string;
  sessions: readonly SessionView[];
  /** of this browser; undefined when it signed in before sessions had one */
  currentId: string | undefined;
  /** ISO time at which the page was made */
  now: string;
  hasPassword: boolean;
  /** of this browser */
  logOut: () => Promise<void>;
  logOutDevice: FormAction;
};

const PHONE = /Android|iPhone|iPad|KakaoTalk/;

/** The browsers in which the member is signed in, this one first, each with 「로그아웃」. */
export function DeviceList({
  viewerId,
  sessions,
  currentId,
  now,
  hasPassword,
  logOut,
  logOutDevice,
}: DeviceListProps) {
  const t = useTranslations('account.devices');
  const locale = useLocale();
  const [ending, setEnding] = useState<{ id: string; name: string } | null>(null);
  const isThis = ({ id }: SessionView) => id === currentId;
  const shown = [...sessions.filter(isThis), ...sessions.filter((one) => !isThis(one))];
  const others = sessions.filter((one) => !isThis(one)).length;

  return (
    <>
      {shown.length > 0 && (
        <ul aria-label={t('title')} className="divide-y divide-line">
          {shown.map((session) => {
            const name = session.browser || t('unknown');
            const since = formatDate(session.startedAt, locale);
            const label = t('logOutOf', { name, since });
            const icon = PHONE.test(session.browser) ? Smartphone : Monitor;
            return (
              <li key={session.id} className="flex items-center gap-3 py-3">
                <Icon of={icon} aria-hidden="true" className="size-6 shrink-0 text-ink-soft" />
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-2 font-semibold">
                    {name}
                    {isThis(session) && <Badge tone="accent">{t('here')}</Badge>}
                  </p>
                  <p className="text-sm text-ink-soft">{t('since', { since })}</p>
                  <p className="text-sm text-ink-soft">
                    {t('used', { day: formatDaysAgo(session.usedAt, now, locale) })}
                  </p>
                </div>
                {isThis(session) ? (
                  <form action={logOut} onSubmit={() => forgetMember(viewerId)}>
                    <SubmitButton variant="secondary" size="sm" aria-label={label}>
                      {t('logOut')}
                    </SubmitButton>
                  </form>
                ) : (
                  <Button
                    variant="secondary"
                    size="sm"
                    aria-label={label}
                    onClick={() => setEnding({ id: session.id, name })}
                  >
                    {t('logOut')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {shown.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
      {shown.length > 0 && others === 0 && <p className="text-ink-soft">{t('onlyHere')}</p>}
      {shown.length > 0 && !shown.some(isThis) && <p className="text-sm text-ink-soft">{t('older')}</p>}
      {ending && (
        <EndDevice
          {...ending}
          hasPassword={hasPassword}
          action={logOutDevice}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  );
}
