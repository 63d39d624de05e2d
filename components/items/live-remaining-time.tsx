'use client';

import { useEffect, useState } from 'react';
import { RemainingTime } from '@/components/ui/remaining-time';

const STEP_MS = 20_000;

/** The time left until `end`, kept right while the page stays open. */
export function LiveRemainingTime({ end, className }: { end: string; className?: string }) {
  const [now, setNow] = useState<number>();

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP_MS);
    return () => clearInterval(timer);
  }, []);

  return <RemainingTime end={end} now={now} className={className} />;
}
