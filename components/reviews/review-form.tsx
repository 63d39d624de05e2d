'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { RefusalBanner } from '@/components/member/refusal-banner';
import { StarInput } from '@/components/ui/star-input';
import { TextareaField } from '@/components/ui/textarea-field';
import { countCharacters } from '@/lib/core/count-characters';
import { MAX_REVIEW } from '@/lib/features/reviews/limits';
import type { ActionRefusal } from '@/lib/next/action-result';

type ReviewFormProps = {
  id: string;
  refusal: ActionRefusal | null;
  onSubmit: (review: { stars: number; body: string }) => void;
};

export function ReviewForm({ id, refusal, onSubmit }: ReviewFormProps) {
  const t = useTranslations('reviews');
  const [body, setBody] = useState('');
  const [missing, setMissing] = useState<{ stars?: string; body?: string }>({});
  const length = countCharacters(body.trim());
  const fields = { ...refusal?.fields, ...missing };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const stars = Number(new FormData(event.currentTarget).get('stars') ?? 0);
    const problems = {
      ...(stars === 0 && { stars: t('starsMissing') }),
      ...((length === 0 || length > MAX_REVIEW) && { body: t('bodyLength', { max: MAX_REVIEW }) }),
    };
    setMissing(problems);
    if (Object.keys(problems).length === 0) onSubmit({ stars, body });
  }

  return (
    <form id={id} noValidate onSubmit={submit} className="flex flex-col gap-4">
      <RefusalBanner refusal={refusal} />
      <StarInput name="stars" label={t('stars')} error={fields.stars} />
      <TextareaField
        name="body"
        label={t('body')}
        aside={`${length} / ${MAX_REVIEW}`}
        placeholder={t('placeholder')}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        error={fields.body}
      />
    </form>
  );
}
