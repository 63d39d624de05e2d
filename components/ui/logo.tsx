import { cx } from './cx';

const MARK = `
  <rect width="32" height="32" rx="9.5" class="fill-accent"/>
  <g class="stroke-on-accent" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round">
  <path d="M17.6 12.300A6 6 0 1 0 18.900 17.400"/>
  <path d="M18.700 8.600l-.7 4.100-4.100-.7"/>
  <path d="M24.400 8.500v15"/>
  </g>`;

/** The mark: ㅇ and ㅣ of "이", the ring being the way of a thing that goes out and comes back. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      fill="none"
      aria-hidden="true"
      className={cx('size-8', className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant; one text is drawn faster than elements
      dangerouslySetInnerHTML={{ __html: MARK }}
    />
  );
}

/** Mark and wordmark. The text is real text, so that a link around it is named by it; a long one gives way to the mark on small phones. */
export function Logo({ name, className }: { name: string; className?: string }) {
  return (
    <span className={cx('inline-flex items-center gap-1.5 md:gap-2', className)}>
      <LogoMark />
      <span
        className={cx(
          'text-lg font-extrabold tracking-tighter text-ink md:text-xl',
          name.length > 5 && 'max-[26rem]:sr-only',
        )}
      >
        {name}
      </span>
    </span>
  );
}
