'use client';

import { Eye, EyeOff } from 'lucide';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { Icon } from './icon';
import { TextField } from './text-field';

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'suffix'>;

export function PasswordField(props: PasswordFieldProps) {
  const t = useTranslations('ui');
  const [isRevealed, setRevealed] = useState(false);
  const icon = isRevealed ? EyeOff : Eye;
  return (
    <TextField
      {...props}
      type={isRevealed ? 'text' : 'password'}
      suffix={
        <button
          type="button"
          aria-label={t('revealText')}
          aria-pressed={isRevealed}
          onClick={() => setRevealed(!isRevealed)}
          className="inline-flex size-11 items-center justify-center rounded-sm text-ink-soft hover:text-ink"
        >
          <Icon of={icon} aria-hidden="true" className="size-5" />
        </button>
      }
    />
  );
}
