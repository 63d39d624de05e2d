'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/text-field';
import type { FormAction } from '@/lib/next/form-state';
import { FieldForm } from './field-form';

export function NicknameForm({ action, nickname }: { action: FormAction; nickname: string }) {
  const t = useTranslations('account.nickname');
  const tAuth = useTranslations('auth');
  return (
    <FieldForm action={action} button={t('button')} done={t('done')}>
      {({ fields, values }) => (
        <TextField
          name="nickname"
          label={tAuth('nickname')}
          autoComplete="nickname"
          autoCapitalize="none"
          spellCheck={false}
          hint={tAuth('hints.nickname')}
          defaultValue={values.nickname ?? nickname}
          error={fields.nickname}
        />
      )}
    </FieldForm>
  );
}
