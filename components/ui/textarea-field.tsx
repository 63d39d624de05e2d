'use client';

import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from './cx';
import { CONTROL_STYLE, Field, type FieldText, fieldAria } from './field';

type TextareaFieldProps = Omit<ComponentProps<'textarea'>, 'children'> & FieldText & { aside?: ReactNode };

/** A text box that grows with its text, up to about two thirds of the screen. */
export function TextareaField({
  label,
  hint,
  error,
  isOptional,
  aside,
  id,
  className,
  rows = 4,
  onInput,
  ...rest
}: TextareaFieldProps) {
  const ownId = useId();
  const textareaId = id ?? ownId;
  const ref = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (ref.current) growToText(ref.current);
  }, []);

  return (
    <Field {...{ id: textareaId, label, hint, error, isOptional, aside, className }}>
      <textarea
        {...rest}
        ref={ref}
        id={textareaId}
        rows={rows}
        {...fieldAria(textareaId, { hint, error })}
        onInput={(event) => {
          growToText(event.currentTarget);
          onInput?.(event);
        }}
        className={cx(CONTROL_STYLE, 'field-sizing-content block max-h-[65dvh] min-h-28 resize-none')}
      />
    </Field>
  );
}

// For engines that do not know `field-sizing: content`.
function growToText(textarea: HTMLTextAreaElement) {
  if (typeof CSS !== 'undefined' && CSS.supports?.('field-sizing', 'content')) return;
  textarea.style.height = 'auto';
  textarea.style.height = `${textarea.scrollHeight + 2}px`;
}
