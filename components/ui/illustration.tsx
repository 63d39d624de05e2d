const INK = 'stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"';

/** Under and over each of them: the dashed path of things going to and fro. */
const PATH = `
    <path d="M12 104h96" stroke="currentColor" stroke-opacity="0.35" stroke-width="3" stroke-linecap="round" stroke-dasharray="1 9"/>
    <path d="M14 30c6-9 15-14 25-15M106 30c-3-5-7-9-12-12" stroke="currentColor" stroke-opacity="0.25" stroke-width="3" stroke-linecap="round" stroke-dasharray="1 8"/>`;

/** Small drawings in one hand: an ink line, one green shape. */
const DRAWINGS = {
  box: `
    <path d="M30 50l30-13 30 13v34L60 97 30 84z" class="fill-accent-soft"/>
    <path d="M30 50l30 13 30-13M60 63v34M30 50l30-13 30 13v34L60 97 30 84z" ${INK}/>
    <path d="M45 43.500l30 13v11" ${INK}/>`,
  search: `
    <circle cx="54" cy="60" r="25" class="fill-accent-soft"/>
    <circle cx="54" cy="60" r="25" ${INK}/>
    <path d="M72.500 78.500L92 98M44 57a11 11 0 0 1 10-9" ${INK}/>`,
  chat: `
    <path d="M50 68h40a6 6 0 0 1 6 6v14a6 6 0 0 1-6 6h-4v9l-11-9H50z" class="fill-accent-soft"/>
    <path d="M28 36h46a7 7 0 0 1 7 7v19a7 7 0 0 1-7 7H49L36 80V69h-8a7 7 0 0 1-7-7V43a7 7 0 0 1 7-7z" class="fill-surface" ${INK}/>
    <path d="M90 60h1a6 6 0 0 1 6 6v21a6 6 0 0 1-6 6h-5v9l-11-9H62" ${INK}/>
    <path d="M37 52.500h.1M51 52.500h.1M65 52.500h.1" stroke-width="5" ${INK}/>`,
  heart: `
    <path d="M60 96S27 77 27 56a17 17 0 0 1 33-6 17 17 0 0 1 33 6c0 21-33 40-33 40z" class="fill-accent-soft"/>
    <path d="M60 96S27 77 27 56a17 17 0 0 1 33-6 17 17 0 0 1 33 6c0 21-33 40-33 40z" ${INK}/>
    <path d="M38 56a8 8 0 0 1 6-8" ${INK}/>`,
  bell: `
    <path d="M35 84c6-6 6-14 6-22a19 19 0 0 1 38 0c0 8 0 16 6 22z" class="fill-accent-soft"/>
    <path d="M35 84c6-6 6-14 6-22a19 19 0 0 1 38 0c0 8 0 16 6 22zM60 43v-6M53 84a7 7 0 0 0 14 0" ${INK}/>
    <path d="M88 46a26 26 0 0 1 5 12M32 46a26 26 0 0 0-5 12" ${INK}/>`,
  lost: `
    <path d="M60 28c16 0 27 12 27 27 0 19-27 42-27 42S33 74 33 55c0-15 11-27 27-27z" class="fill-accent-soft"/>
    <path d="M60 28c16 0 27 12 27 27 0 19-27 42-27 42S33 74 33 55c0-15 11-27 27-27z" ${INK}/>
    <path d="M53 50a7 7 0 1 1 9 6.700c-1.400.5-2 1.500-2 3.300M60 68.500h.1" ${INK}/>`,
} as const;

export type Drawing = keyof typeof DRAWINGS;

export function Illustration({ drawing, className }: { drawing: Drawing; className?: string }) {
  return (
    <svg
      viewBox="0 0 120 120"
      fill="none"
      aria-hidden="true"
      className={className}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant; one text is drawn faster than elements
      dangerouslySetInnerHTML={{ __html: PATH + DRAWINGS[drawing] }}
    />
  );
}
