import { cx } from '@/components/ui/cx';

const INK = {
  stroke: 'currentColor',
  strokeWidth: 3.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** A box going out of one hand and back into another, in the hand of the system's other drawings. */
export function WelcomeDrawing({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 320 300" fill="none" aria-hidden="true" className={cx('max-w-none', className)}>
      <circle cx="170" cy="150" r="116" className="fill-surface/70" />
      <path d="M70 158a102 102 0 0 1 176-72" {...INK} strokeDasharray="2 13" />
      <path d="M250 62l-2 26-26-3" {...INK} />
      <path d="M272 142a102 102 0 0 1-178 74" {...INK} strokeDasharray="2 13" />
      <path d="M90 242l2-27 27 3" {...INK} />
      <path d="M112 128l58-24 58 24v62l-58 26-58-26z" className="fill-surface" />
      <path d="M112 128l58 26v62l-58-26z" className="fill-accent-line" />
      <path d="M112 128l58 26 58-26M170 154v62M112 128l58-24 58 24v62l-58 26-58-26z" {...INK} />
      <path d="M141 116l58 25v24" {...INK} />
      <path d="M141 90c-6-18 6-30 22-26M182 92c2-20 18-26 30-16" {...INK} />
      <path d="M163 64l14 20M163 64l-3 24" {...INK} />
      <circle cx="216" cy="70" r="9" className="fill-star" />
      <circle cx="216" cy="70" r="9" {...INK} />
      <path d="M44 268h240" {...INK} strokeDasharray="1 12" />
    </svg>
  );
}
