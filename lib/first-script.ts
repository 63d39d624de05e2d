/** Name of the choice in localStorage. */
export const THEME_KEY = 'theme';
/** Type of a script that waits in a page until FIRST_SCRIPT wakes it. */
export const WAITING = 'text/waiting';
const SCRIPTS_AFTER_MS = 400;
const FEW_PIXELS_AFTER_MS = 400;
const SEND_WITHOUT_SCRIPTS_AFTER_MS = 5000;

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
 * until a busy browser has drawn the first (docs/decisions/0030). Pictures that have come by then say `data-came`: their few
 * pixels need not be read.
 *
 * Keeps what somebody does before React is there (it says so by a key of its own on the element), and gives it then, once
 * and in order: a press of a button, a box that was ticked, a choice, a form that was sent. React is not to see it before:
 * it listens before it has read the page, and would answer too. It is given when the browser has nothing else to do: the
 * key is there before React has finished, and a box that is ticked in between is lost (React reads it anew and finds no
 * change). What a browser does by itself (a link, a form that asks for a page, a panel that opens) it has done already; a
 * form that can be sent without a script is, when none has come after 5 s. What a script makes later is not React's, or has
 * the key at once.
 */
export const FIRST_SCRIPT = `(function(d,t,w,m){try{t=localStorage.getItem('${THEME_KEY}')}catch(e){}
t=t==='dark'||(t!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches)?'dark':'light'
d.documentElement.dataset.theme=t
function wake(){w=1;d.querySelectorAll('script[type="${WAITING}"]').forEach(function(s){
if(s.src.indexOf(location.origin+'/_next/static/'))return
var n=d.createElement('script');n.src=s.getAttribute('src');n.async=true;s.replaceWith(n)})}
setTimeout(wake,${SCRIPTS_AFTER_MS})
function answered(n){return m&&!m.has(n)||Object.keys(n).some(function(k){return!k.indexOf('__reactProps$')})}
function idle(run){window.requestIdleCallback?requestIdleCallback(run,{timeout:1000}):setTimeout(run,100)}
var q=[],busy
function next(){var k=q[0],n=k&&k[0]
busy=k
if(!k)return
if(n.kept&&n.isConnected&&!answered(n))return setTimeout(next,30)
q.shift()
idle(function(){if(n.kept){n.kept=0;k[1]()}
next()})}
function keep(e,n,give){e.stopImmediatePropagation()
if(n.kept)return
n.kept=1
q.push([n,give])
if(!busy)next()}
d.addEventListener('click',function(e){var n=e.target.closest&&e.target.closest('button,input')
if(!n||n.popoverTargetElement||answered(n))return
if(n.type==='checkbox'||n.type==='radio'){n.wanted=n.checked
keep(e,n,function(){n.checked=!n.wanted;n.click()})}
else if(n.type==='button'||n.type==='submit'&&!n.form)keep(e,n,function(){n.click()})},true)
d.addEventListener('change',function(e){var n=e.target
if(n.localName!=='select'||answered(n))return
n.wanted=n.value
keep(e,n,function(){n.value=n.wanted;n.dispatchEvent(new Event('change',{bubbles:true}))})},true)
d.addEventListener('submit',function(e){var n=e.target,b=e.submitter
function send(){n.requestSubmit(b&&b.form===n?b:null)}
if(n.given||/^[/#]/.test(n.getAttribute('action'))||answered(n))return
e.preventDefault()
keep(e,n,send)
if(n.method==='post')setTimeout(function(){if(!n.kept)return
n.kept=0;n.given=1;send()},${SEND_WITHOUT_SCRIPTS_AFTER_MS})},true)
requestAnimationFrame(function(){setTimeout(function(){d.querySelectorAll('.blurred>img').forEach(function(i){
if(i.complete&&i.naturalWidth)i.parentNode.dataset.came=''})
d.documentElement.dataset.painted=''},${FEW_PIXELS_AFTER_MS})})
d.addEventListener('DOMContentLoaded',function(){
m=new WeakSet(d.querySelectorAll('button,input,select,form'))
var s=d.querySelector('[data-theme-switch]')
if(s)s.setAttribute('aria-checked',d.documentElement.dataset.theme==='dark')
if(w)wake()})
new PerformanceObserver(wake).observe({type:'paint',buffered:true})})(document)`;
