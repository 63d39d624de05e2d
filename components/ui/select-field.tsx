import { ChevronDown } from 'lucide';
import { type ComponentProps, useId } from 'react';
import { cx } from './cx';
import { CONTROL_STYLE, Field, type FieldText, fieldAria } from './field';
import { Icon } from './icon';

export type SelectOption = { value: string; label: string; isDisabled?: boolean };
export type SelectGroup = { key: string; label: string; options: readonly SelectOption[] };

type SelectFieldProps = Omit<ComponentProps<'select'>, 'children'> &
  FieldText & {
    options?: readonly SelectOption[];
    /** Behind the options, each under its own heading. */
    groups?: readonly SelectGroup[];
    /** First, empty choice: "골라 주세요". */
    placeholder?: string;
  };

export function SelectField({
  label,
  hint,
  error,
  isOptional,
  options = [],
  groups = [],
  placeholder,
  id,
  className,
  ...rest
}: SelectFieldProps) {
  const ownId = useId();
  const selectId = id ?? ownId;
  return (
    <Field {...{ id: selectId, label, hint, error, isOptional, className }}>
      <div className="relative">
        <select
          {...rest}
          id={selectId}
          {...fieldAria(selectId, { hint, error })}
          className={cx(CONTROL_STYLE, 'appearance-none pr-11')}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map(toOption)}
          {groups.map((group) => (
            <optgroup key={group.key} label={group.label}>
              {group.options.map(toOption)}
            </optgroup>
          ))}
        </select>
        <Icon
          of={ChevronDown}
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-3.5 size-5 -translate-y-1/2 text-ink-soft"
        />
      </div>
    </Field>
  );
}

function toOption({ value, label, isDisabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={isDisabled}>
      {label}
    </option>
  );
}
