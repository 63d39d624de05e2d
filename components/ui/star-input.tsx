import { Star } from 'lucide';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { cx } from './cx';
import { FieldMessages, type FieldText, fieldAria } from './field';
import { Icon } from './icon';

type StarInputProps = Omit<FieldText, 'isOptional'> & {
  name: string;
  defaultValue?: number;
  onValueChange?: (stars: number) => void;
  className?: string;
};

/** Five radios that look like stars (1점 … 5점): arrow keys, native form posts, no script needed. */
export function StarInput({
  name,
  label,
  hint,
  error,
  defaultValue,
  onValueChange,
  className,
}: StarInputProps) {
  const t = useTranslations('ui');
  const id = useId();
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      {...fieldAria(id, { hint, error })}
      className={cx('flex min-w-0 flex-col gap-1.5', className)}
    >
      <span id={`${id}-label`} className="text-sm font-semibold text-ink">
        {label}
      </span>
      <div className="-ml-1.5 flex">
        {[1, 2, 3, 4, 5].map((stars) => (
          <label
            key={stars}
            className="star-choice relative inline-flex size-13 cursor-pointer items-center justify-center rounded-md transition-[color,transform] duration-150 hover:scale-110 has-focus-visible:outline-3 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={stars}
              required
              defaultChecked={stars === defaultValue}
              onChange={onValueChange && (() => onValueChange(stars))}
              // Over the star, so that whatever presses the radio itself (a tool, a switch) meets it.
              className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0"
            />
            <Icon of={Star} aria-hidden="true" className="size-9 fill-current stroke-0" />
            <span className="sr-only">{t('starOption', { value: stars })}</span>
          </label>
        ))}
      </div>
      <FieldMessages id={id} hint={hint} error={error} />
    </div>
  );
}
