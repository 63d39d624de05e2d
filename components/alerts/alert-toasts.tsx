'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { useMember } from '@/components/member/member-provider';
import { showToast } from '@/components/ui/toast';
import { useWords } from '@/components/ui/use-words';
import type { AlertPayload } from '@/lib/realtime/events';
import { alertHref } from './alert-href';

/** Stands once in the frame: a passing word when something happens elsewhere, and a fresh page when a rental has moved. */
export function AlertToasts() {
  const t = useWords('alerts');
  const router = useRouter();
  const { realtime } = useMember();
  const arrive = useEffectEvent((alert: AlertPayload) => {
    if (alert.kind !== 'MESSAGE') router.refresh();
    if (document.visibilityState !== 'visible') return;
    const text = t(`kind.${alert.kind}`, { sender: alert.sender ?? t('someone') });
    showToast({
      tone: 'info',
      text,
      action: { label: t('open'), onPress: () => router.push(alertHref(alert)) },
    });
  });
  useEffect(() => realtime?.alerts.onArrival((alert) => arrive(alert)), [realtime]);
  return null;
}
