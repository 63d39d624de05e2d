import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './cx';
import { CONTROL_STYLE, Field, type FieldText, fieldAria } from './field';

type TextFieldProps = Omit<ComponentProps<'input'>, 'children'> &
  FieldText & {
    /** Right end of the label row: a counter, say. */
    aside?: ReactNode;
    /** Inside the control, at its right end: a unit such as 원. */
    suffix?: ReactNode;
  };

export function TextField({
  label,
  hint,
  error,
  isOptional,
  aside,
  suffix,
  id,
  className,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  return (
    <Field {...{ id: inputId, label, hint, error, isOptional, aside, className }}>
      <div className="relative">
        <input
          {...rest}
          id={inputId}
          type={type}
          {...fieldAria(inputId, { hint, error })}
          className={cx(CONTROL_STYLE, suffix !== undefined && 'pr-12')}
        />
        {suffix !== undefined && (
          <span
            className={cx(
              'absolute inset-y-0 right-0 flex items-center text-ink-soft',
              typeof suffix === 'string' ? 'pointer-events-none pr-4' : 'pr-1',
            )}
          >
            {suffix}
          </span>
        )}
      </div>
    </Field>
  );
}
