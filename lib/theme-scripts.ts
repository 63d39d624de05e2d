/** Name of the choice in localStorage. */
export const THEME_KEY = 'theme';

/** Sets the theme before anything is painted. Until somebody chooses, the device's own setting holds. */
export const THEME_SCRIPT = `(function(){var t;try{t=localStorage.getItem('${THEME_KEY}')}catch(e){}
document.documentElement.dataset.theme=t==='dark'||(t!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches)?'dark':'light'})()`;

/** Tells the switch in the element before it what is in force, before the page is interactive. */
export const THEME_SWITCH_SCRIPT = `document.currentScript.previousElementSibling.querySelector('[role=switch]').setAttribute('aria-checked',document.documentElement.dataset.theme==='dark')`;
