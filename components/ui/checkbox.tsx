import { Check } from 'lucide';
import { type ComponentProps, useId } from 'react';
import { cx } from './cx';
import { FieldMessages, type FieldText, fieldAria } from './field';
import { Icon } from './icon';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & Omit<FieldText, 'isOptional'>;

export function Checkbox({ label, hint, error, id, className, ...rest }: CheckboxProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <label htmlFor={inputId} className="inline-flex min-h-11 items-center gap-3">
        <span className="relative inline-flex size-6 shrink-0">
          <input
            {...rest}
            id={inputId}
            type="checkbox"
            {...fieldAria(inputId, { hint, error })}
            className="peer size-6 appearance-none rounded-xs border-2 border-line-strong bg-surface transition-colors checked:border-accent checked:bg-accent aria-invalid:border-danger"
          />
          <Icon
            of={Check}
            aria-hidden="true"
            className="pointer-events-none absolute inset-1 size-4 scale-50 stroke-[3.5] text-on-accent opacity-0 transition peer-checked:scale-100 peer-checked:opacity-100"
          />
        </span>
        <span>{label}</span>
      </label>
      <FieldMessages id={inputId} hint={hint} error={error} />
    </div>
  );
}
