/** Name of the choice in localStorage. */
export const THEME_KEY = 'theme';
/** Type of a script that waits in a page until FIRST_SCRIPT wakes it. */
export const WAITING = 'text/waiting';
const SCRIPTS_AFTER_MS = 400;
const FEW_PIXELS_AFTER_MS = 400;

/**
 * What runs first in every page, in its head (lib/runtime/head-order).
 *
 * Sets the theme before anything is painted, and the switch as soon as it is there. Until somebody chooses, the
 * device's own setting holds.
 *
 * Wakes the scripts that wait when something is painted, or after 0.4 s where that takes longer: the browser reads them
 * beside the first layout and the first drawing and takes the processor from both, but where the line is slow they are to
 * come meanwhile. Those of the build alone: what comes into a page by a hole in it is not to run by our word.
 *
 * Says `data-painted` some while after the first frame (globals.css, `blurred`): in the very next one, a page stands still
 * until a busy browser has drawn the first (docs/decisions/0030).
 *
 * Keeps a press of a button that no script answers yet, and gives it when one does: React says so by a key of its own on
 * the element. What a browser does by itself (a form that is sent, a panel that opens) it has done already.
 */
export const FIRST_SCRIPT = `(function(d,t,w){try{t=localStorage.getItem('${THEME_KEY}')}catch(e){}
t=t==='dark'||(t!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches)?'dark':'light'
d.documentElement.dataset.theme=t
function wake(){w=1;d.querySelectorAll('script[type="${WAITING}"]').forEach(function(s){
if(s.src.indexOf(location.origin+'/_next/static/'))return
var n=d.createElement('script');n.src=s.getAttribute('src');n.async=true;s.replaceWith(n)})}
setTimeout(wake,${SCRIPTS_AFTER_MS})
function answers(b){return Object.keys(b).some(function(k){return!k.indexOf('__reactProps$')})}
d.addEventListener('click',function(e){var b=e.target.closest&&e.target.closest('button'),p
if(!b||b.kept||b.form&&b.type!=='button'||b.popoverTargetElement||answers(b))return
b.kept=p=setInterval(function(){if(b.isConnected&&!answers(b))return
clearInterval(p);b.kept=0;b.click()},30)},true)
requestAnimationFrame(function(){setTimeout(function(){d.documentElement.dataset.painted=''},${FEW_PIXELS_AFTER_MS})})
d.addEventListener('DOMContentLoaded',function(){var s=d.querySelector('[data-theme-switch]')
if(s)s.setAttribute('aria-checked',d.documentElement.dataset.theme==='dark')
if(w)wake()})
new PerformanceObserver(wake).observe({type:'paint',buffered:true})})(document)`;
