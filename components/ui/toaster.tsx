'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { onToast } from './toast';

const ToasterView = lazy(() => import('./toaster-view'));

/** Stands once in the root layout. The code that draws the messages is fetched with the first of them. */
export function Toaster() {
  const [isNeeded, setNeeded] = useState(false);
  useEffect(() => onToast(() => setNeeded(true)), []);
  return isNeeded ? (
    <Suspense>
      <ToasterView />
    </Suspense>
  ) : null;
}
