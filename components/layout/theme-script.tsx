import { THEME_SCRIPT } from '@/lib/theme-scripts';

/** Stands in <head>; lib/runtime/theme-first.ts takes it to its beginning. */
export function ThemeScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant, whose hash the Content-Security-Policy names
  return <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />;
}
