import { CircleAlert } from 'lucide';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icon';

/** What every field takes besides its own native attributes. */
export type FieldText = {
  label: string;
  hint?: ReactNode;
  /** A sentence; its presence marks the field invalid. */
  error?: string | null;
  /** Says 선택 beside the label (and outside of the accessible name). */
  isOptional?: boolean;
};

type FieldProps = FieldText & { id: string; aside?: ReactNode; className?: string; children: ReactNode };

/** Label above, control, then error or hint: the frame of the single-control fields. */
export function Field({ id, label, hint, error, isOptional, aside, className, children }: FieldProps) {
  const t = useTranslations('ui');
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <div className="flex items-baseline gap-2">
        <label htmlFor={id} className="text-sm font-semibold text-ink">
          {label}
        </label>
        {isOptional && <span className="text-xs text-ink-faint">{t('optional')}</span>}
        {aside && <span className="figures ml-auto text-xs text-ink-faint">{aside}</span>}
      </div>
      {children}
      <FieldMessages id={id} hint={hint} error={error} />
    </div>
  );
}

/** The texts below a control, under the ids that `fieldAria` points at. */
export function FieldMessages({ id, hint, error }: { id: string } & Pick<FieldText, 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-ink-soft">
          {hint}
        </p>
      )}
      <p
        id={`${id}-error`}
        aria-live="polite"
        className={cx('flex items-start gap-1.5 text-sm font-medium text-danger-ink', !error && 'hidden')}
      >
        {error && <Icon of={CircleAlert} aria-hidden="true" className="mt-0.5 size-4 shrink-0" />}
        {error}
      </p>
    </>
  );
}

/** The attributes that tie a control to its texts. */
export function fieldAria(id: string, { hint, error }: Pick<FieldText, 'hint' | 'error'>) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean);
  return {
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
  };
}

export const CONTROL_STYLE = cx(
  'w-full min-h-12 rounded-md border border-line-strong bg-surface px-4 py-2.5 text-base text-ink',
  'transition-[border-color,box-shadow] duration-150 hover:border-ink-soft',
  'focus-visible:border-focus focus-visible:outline-2 focus-visible:outline-offset-0',
  'aria-invalid:border-danger disabled:bg-sunken disabled:text-ink-faint',
);
