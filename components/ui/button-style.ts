import { cx } from './cx';

const VARIANTS = {
  primary: 'bg-accent text-on-accent shadow-edge hover:bg-accent-hover',
  secondary: 'bg-surface text-ink border border-line-strong/60 hover:bg-sunken',
  soft: 'bg-accent-soft text-accent-ink hover:bg-accent-line/70',
  ghost: 'text-ink hover:bg-sunken',
  danger: 'bg-danger text-on-danger shadow-edge hover:bg-danger-hover',
  'danger-ghost': 'text-danger-ink hover:bg-danger-soft',
} as const;

const SIZES = {
  sm: 'min-h-11 px-3.5 text-sm rounded-sm',
  md: 'min-h-12 px-5 text-base rounded-md',
  lg: 'min-h-14 px-7 text-lg rounded-md',
} as const;

export type ButtonVariant = keyof typeof VARIANTS;
export type ButtonSize = keyof typeof SIZES;

export type ButtonLook = {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Takes the whole width of its container. */
  isBlock?: boolean;
};

export function buttonStyle({ variant = 'primary', size = 'md', isBlock = false }: ButtonLook): string {
  return cx(
    'inline-flex select-none items-center justify-center gap-2 font-semibold whitespace-nowrap',
    'transition-[background-color,transform,color] duration-150 active:scale-[0.98]',
    'disabled:opacity-50 disabled:active:scale-100 aria-busy:cursor-progress',
    VARIANTS[variant],
    SIZES[size],
    isBlock && 'w-full',
  );
}
