import { useId } from 'react';
import { cx } from './cx';
import { FieldMessages, type FieldText, fieldAria } from './field';
import { LastPiece } from './last-piece';

export type RadioOption = { value: string; label: string; hint?: string };

const LAYOUTS = {
  /** Side by side in one well: two or three short choices. */
  segmented: {
    group: 'grid grid-flow-col auto-cols-fr gap-1 rounded-md bg-sunken p-1',
    option:
      'justify-center rounded-sm px-3 py-2 text-center font-semibold text-ink-soft has-checked:bg-surface has-checked:text-accent-ink has-checked:shadow-card dark:has-checked:bg-raised',
    dot: 'absolute inset-0 size-full cursor-pointer appearance-none opacity-0',
  },
  /** One below the other, each on a card of its own. */
  list: {
    group: 'flex flex-col gap-2',
    option:
      'gap-3 rounded-md border border-line bg-surface px-4 py-3 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft',
    dot: 'size-5 shrink-0 accent-accent',
  },
} as const;

type RadioGroupProps = Omit<FieldText, 'isOptional'> & {
  name: string;
  options: readonly RadioOption[];
  layout?: keyof typeof LAYOUTS;
  isRequired?: boolean;
  /** Uncontrolled; for a controlled group give `value` and `onValueChange`. */
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
  className?: string;
};

export function RadioGroup({ layout = 'segmented', ...props }: RadioGroupProps) {
  const { name, label, hint, error, options, isRequired, defaultValue, value, onValueChange, className } =
    props;
  const id = useId();
  const look = LAYOUTS[layout];
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-required={isRequired}
      {...fieldAria(id, { hint, error })}
      className={cx('flex min-w-0 flex-col gap-1.5', className)}
    >
      <span id={`${id}-label`} className="text-sm font-semibold text-ink">
        {label}
      </span>
      <div className={cx('comes-whole', look.group)}>
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              'relative flex min-h-11 cursor-pointer items-center transition-colors duration-150 has-focus-visible:outline-3 has-focus-visible:outline-focus',
              look.option,
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              required={isRequired}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value, onChange: () => onValueChange?.(option.value) })}
              className={look.dot}
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-xs font-normal text-ink-soft">{option.hint}</span>}
            </span>
          </label>
        ))}
        <LastPiece />
      </div>
      <FieldMessages id={id} hint={hint} error={error} />
    </div>
  );
}
