import { THEME_SCRIPT, THEME_SWITCH_SCRIPT } from '@/lib/theme-scripts';

/** Stands in <head>. */
export function ThemeScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant, whose hash the Content-Security-Policy names
  return <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />;
}

/** Stands after what the ThemeSwitch is in. */
export function ThemeSwitchScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant, whose hash the Content-Security-Policy names
  return <script dangerouslySetInnerHTML={{ __html: THEME_SWITCH_SCRIPT }} />;
}
