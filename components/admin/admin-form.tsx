'use client';

import { useTranslations } from 'next-intl';
import { useServerForm } from '@/components/forms/use-server-form';
import { Banner } from '@/components/ui/banner';
import { Checkbox } from '@/components/ui/checkbox';
import { PasswordField } from '@/components/ui/password-field';
import { SelectField } from '@/components/ui/select-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { TextareaField } from '@/components/ui/textarea-field';
import type { FormAction } from '@/lib/next/form-state';

export interface AdminField {
  name: string;
  label: string;
  defaultValue?: string;
  /** a choice instead of a text */
  options?: readonly { value: string; label: string }[];
}

type AdminFormProps = {
  action: FormAction;
  /** what the form is about, sent along */
  hidden: Record<string, string>;
  button: string;
  /** says what the button is about where several look the same */
  buttonLabel?: string;
  tone?: 'secondary' | 'danger' | 'ghost';
  fields?: AdminField[];
  /** label of the reason that has to be given */
  reason?: string;
  /** told under the reason: who reads it */
  reasonHint?: string;
  /** what can be ticked along with it */
  ticks?: readonly { name: string; label: string }[];
  withPassword?: boolean;
};

/** One act of an admin: what it needs, its button, and how it went. */
export function AdminForm(props: AdminFormProps) {
  const {
    action,
    hidden,
    button,
    buttonLabel,
    tone = 'secondary',
    fields = [],
    reason,
    reasonHint,
    ticks = [],
    withPassword,
  } = props;
  const t = useTranslations('admin');
  const { state, isPending, formProps } = useServerForm(action, { offlineMessage: t('offline') });
  const hasFields = fields.length > 0 || reason !== undefined || withPassword;
  return (
    <form
      {...formProps}
      className={hasFields ? 'flex max-w-md flex-col gap-3' : 'inline-flex flex-col gap-2'}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.message && <Banner tone="error">{state.message}</Banner>}
      {fields.map(({ name, label, defaultValue, options }) =>
        options ? (
          <SelectField key={name} name={name} label={label} options={options} defaultValue={defaultValue} />
        ) : (
          <TextField
            key={name}
            name={name}
            label={label}
            defaultValue={state.values[name] ?? defaultValue}
            error={state.fields[name]}
          />
        ),
      )}
      {reason !== undefined && (
        <TextareaField
          name="reason"
          label={reason}
          rows={2}
          defaultValue={state.values.reason}
          error={state.fields.reason}
          hint={reasonHint}
        />
      )}
      {ticks.map(({ name, label }) => (
        <Checkbox key={name} name={name} label={label} />
      ))}
      {withPassword && (
        <PasswordField
          name="adminPassword"
          label={t('adminPassword')}
          autoComplete="current-password"
          error={state.fields.adminPassword}
        />
      )}
      <SubmitButton
        size="sm"
        variant={tone}
        isPending={isPending}
        aria-label={buttonLabel}
        className="self-start"
      >
        {button}
      </SubmitButton>
    </form>
  );
}
