import { hearOtherTabs } from '@/components/ui/other-tabs';
import { THEME_KEY } from '@/lib/first-script';

const CHANGED = 'themechange';

export function isDark(): boolean {
  return document.documentElement.dataset.theme === 'dark';
}

/** Sets the theme here and, through localStorage, in every other tab. */
export function setDark(dark: boolean): void {
  const theme = dark ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage may be closed to us (private browsing): the choice then lasts as long as the page.
  }
  window.dispatchEvent(new Event(CHANGED));
}

export function subscribeTheme(onChange: () => void): () => void {
  applyMissingTheme();
  window.addEventListener(CHANGED, onChange);
  const endHearing = hearOtherTabs(THEME_KEY, (theme) => {
    if (theme === null) return;
    document.documentElement.dataset.theme = theme === 'dark' ? 'dark' : 'light';
    onChange();
  });
  return () => {
    window.removeEventListener(CHANGED, onChange);
    endHearing();
  };
}

// A page that the server failed to render is built here in the browser, where the script of FirstScript never ran.
function applyMissingTheme(): void {
  const root = document.documentElement;
  if (root.dataset.theme) return;
  root.dataset.painted = '';
  root.dataset.theme = readTheme() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

function readTheme(): 'dark' | 'light' | null {
  try {
    const kept = localStorage.getItem(THEME_KEY);
    return kept === 'dark' || kept === 'light' ? kept : null;
  } catch {
    return null;
  }
}
