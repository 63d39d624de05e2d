import { THEME_KEY } from './theme';

const SCRIPT = `(function(){var t;try{t=localStorage.getItem('${THEME_KEY}')}catch(e){}
document.documentElement.dataset.theme=t==='dark'||(t!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches)?'dark':'light'})()`;

/** Stands in <head>: sets the theme before anything is painted. Until somebody chooses, the device's own setting holds. */
export function ThemeScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file
  return <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />;
}

const SWITCH_SCRIPT = `document.currentScript.previousElementSibling.setAttribute('aria-checked',document.documentElement.dataset.theme==='dark')`;

/** Stands right after the ThemeSwitch: what it says is true from the first moment too, before the page is interactive. */
export function ThemeSwitchScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file
  return <script dangerouslySetInnerHTML={{ __html: SWITCH_SCRIPT }} />;
}
