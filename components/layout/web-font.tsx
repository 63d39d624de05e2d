'use client';

import { useEffect } from 'react';

/**
 * Fetches Pretendard once the page stands, so that its faces hold up neither the first paint nor the pictures. What
 * stands in until then takes as much room (globals.css).
 */
export function WebFont() {
  useEffect(() => {
    const fetchFaces = () => void import('./web-font-faces');
    if (document.readyState === 'complete') return fetchFaces();
    window.addEventListener('load', fetchFaces, { once: true });
    return () => window.removeEventListener('load', fetchFaces);
  }, []);
  return null;
}
