import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './cx';
import { FieldMessages, type FieldText, fieldAria } from './field';

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'children'> &
  Omit<FieldText, 'isOptional'>;

/** On or off at once; posts like a checkbox (`name=on`, or nothing). The label is on the left, the switch on the right. */
export function Switch({ label, hint, error, id, className, ...rest }: SwitchProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <label htmlFor={inputId} className="flex min-h-11 items-center justify-between gap-4">
        <span className="font-medium">{label}</span>
        <SwitchControl {...rest} id={inputId} {...fieldAria(inputId, { hint, error })} />
      </label>
      <FieldMessages id={inputId} hint={hint} error={error} />
    </div>
  );
}

type SwitchControlProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'children'> & { thumb?: ReactNode };

/** The bare control, for a place where the label stands elsewhere (give `aria-label`). */
export function SwitchControl({ thumb, className, ...rest }: SwitchControlProps) {
  return (
    <span className={cx('relative inline-flex h-8 w-13 shrink-0', className)}>
      <input
        {...rest}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox carries its own checked state
        role="switch"
        className="peer h-8 w-13 appearance-none rounded-full border-2 border-line-strong bg-sunken transition-colors duration-200 checked:border-accent checked:bg-accent disabled:opacity-50"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute top-1.5 left-1.5 flex size-5 items-center justify-center rounded-full bg-line-strong text-surface transition-transform duration-200 ease-soft peer-checked:translate-x-5 peer-checked:bg-on-accent peer-checked:text-accent"
      >
        {thumb}
      </span>
    </span>
  );
}
