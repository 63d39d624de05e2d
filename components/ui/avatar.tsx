import { cx } from './cx';

const SIZES = {
  sm: 'size-8 text-sm',
  md: 'size-11 text-base',
  lg: 'size-16 text-xl',
  xl: 'size-24 text-3xl',
} as const;

const HUES = [
  'bg-hue1 text-hue1-ink',
  'bg-hue2 text-hue2-ink',
  'bg-hue3 text-hue3-ink',
  'bg-hue4 text-hue4-ink',
  'bg-hue5 text-hue5-ink',
  'bg-hue6 text-hue6-ink',
] as const;

type AvatarProps = { name: string; src?: string | null; size?: keyof typeof SIZES; className?: string };

/** A person's picture, or the first letter of the name on a colour of its own. Decoration: the name stands beside it. */
export function Avatar({ name, src, size = 'md', className }: AvatarProps) {
  const look = cx(
    'inline-flex shrink-0 items-center justify-center rounded-full font-bold',
    SIZES[size],
    className,
  );
  if (src) {
    return (
      // biome-ignore lint/performance/noImgElement: re-encoded at upload, there is nothing left to optimise
      <img src={src} alt="" loading="lazy" decoding="async" className={cx(look, 'bg-sunken object-cover')} />
    );
  }
  return (
    <span aria-hidden="true" className={cx(look, hueOf(name))}>
      {[...name][0] ?? '?'}
    </span>
  );
}

function hueOf(name: string): string {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return HUES[sum % HUES.length] ?? HUES[0];
}
