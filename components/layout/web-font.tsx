'use client';

import { useEffect } from 'react';

/** As in globals.css, where what stands in until Pretendard has come takes as much room as it does. */
const WANTED = '(width >= 48rem)';

/**
 * Fetches Pretendard once the page stands, so that its faces hold up neither the first paint nor the pictures. Not on
 * phones: each brings a good Hangul face, and 300 kB in a dozen files, each with a layout of its own, are better spent.
 */
export function WebFont() {
  useEffect(() => {
    if (!matchMedia(WANTED).matches) return;
    const fetchFaces = () => void import('./web-font-faces');
    if (document.readyState === 'complete') return fetchFaces();
    window.addEventListener('load', fetchFaces, { once: true });
    return () => window.removeEventListener('load', fetchFaces);
  }, []);
  return null;
}
