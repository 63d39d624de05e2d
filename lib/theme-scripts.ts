/** Name of the choice in localStorage. */
export const THEME_KEY = 'theme';
const FEW_PIXELS_AFTER_MS = 400;

/**
 * Sets the theme before anything is painted, and the switch as soon as it is there. Until somebody chooses, the
 * device's own setting holds. Says `data-painted` some while after something is painted (globals.css, `blurred`): in the
 * very next frame, a page stands still until a busy browser has drawn the first one (docs/decisions/0030).
 */
export const THEME_SCRIPT = `(function(d,t){try{t=localStorage.getItem('${THEME_KEY}')}catch(e){}
t=t==='dark'||(t!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches)?'dark':'light'
d.documentElement.dataset.theme=t
requestAnimationFrame(function(){setTimeout(function(){d.documentElement.dataset.painted=''},${FEW_PIXELS_AFTER_MS})})
d.addEventListener('DOMContentLoaded',function(){var s=d.querySelector('[data-theme-switch]')
if(s)s.setAttribute('aria-checked',d.documentElement.dataset.theme==='dark')})})(document)`;
