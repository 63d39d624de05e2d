import { cx } from '@/components/ui/cx';

const INK = 'stroke="currentColor" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"';

const DRAWING = `
  <path d="M8 222h424" ${INK} stroke-dasharray="1 13"/>
  <path d="M30 220V128l52-42 52 42v92z" class="fill-surface"/>
  <path d="M66 220v-52h32v52z" class="fill-accent-line"/>
  <path d="M18 138l64-52 64 52M30 130v90M134 130v90M66 220v-52h32v52" ${INK}/>
  <path d="M110 106V84h14v34" ${INK}/>
  <path d="M306 220v-92l52-42 52 42v92z" class="fill-surface"/>
  <path d="M330 156h56v30h-56z" class="fill-hue6"/>
  <path d="M294 138l64-52 64 52M306 130v90M410 130v90M330 156h56v30h-56zM358 156v30" ${INK}/>
  <path d="M106 66C146 22 294 22 336 64" ${INK} stroke-dasharray="1 12"/>
  <path d="M340 44l-2 22-22-3" ${INK}/>
  <path d="M292 196c-36 22-108 22-144 2" ${INK} stroke-dasharray="1 12"/>
  <path d="M152 214l-6-18 19-5" ${INK}/>
  <path d="M184 92l36-15 36 15v40l-36 16-36-16z" class="fill-surface"/>
  <path d="M184 92l36 16v40l-36-16z" class="fill-accent-line"/>
  <path d="M184 92l36 16 36-16M220 108v40M184 92l36-15 36 15v40l-36 16-36-16zM202 84.500l36 16v15" ${INK}/>`;

/** A thing on its way from one house to the next and back, in the hand of the system's other drawings. */
export function WelcomeDrawing({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 440 240"
      fill="none"
      aria-hidden="true"
      className={cx('max-w-none', className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant; one text is drawn faster than elements
      dangerouslySetInnerHTML={{ __html: DRAWING }}
    />
  );
}
