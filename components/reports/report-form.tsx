'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { RefusalBanner } from '@/components/member/refusal-banner';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextareaField } from '@/components/ui/textarea-field';
import { countCharacters } from '@/lib/core/count-characters';
import { MAX_REPORT, REPORT_CATEGORIES, type ReportCategory } from '@/lib/features/reports/limits';
import type { ActionRefusal } from '@/lib/next/action-result';

type ReportFormProps = {
  id: string;
  refusal: ActionRefusal | null;
  onSubmit: (input: { category: ReportCategory; text: string }) => void;
};

export function ReportForm({ id, refusal, onSubmit }: ReportFormProps) {
  const t = useTranslations('reports');
  const [text, setText] = useState('');
  const [faults, setFaults] = useState<{ category?: string; text?: string }>({});
  const length = countCharacters(text.trim());
  const fields = { ...refusal?.fields, ...faults };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).get('category');
    const category = REPORT_CATEGORIES.find((one) => one === chosen);
    const problems = {
      ...(!category && { category: t('chooseCategory') }),
      ...(category === 'OTHER' && length === 0 && { text: t('sayWhat') }),
      ...(length > MAX_REPORT && { text: t('tooLong', { max: MAX_REPORT }) }),
    };
    setFaults(problems);
    if (category && Object.keys(problems).length === 0) onSubmit({ category, text });
  }

  return (
    <form id={id} noValidate onSubmit={submit} className="flex flex-col gap-5">
      <RefusalBanner refusal={refusal} />
      <RadioGroup
        name="category"
        layout="list"
        label={t('category')}
        options={REPORT_CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) }))}
        error={fields.category}
      />
      <TextareaField
        name="text"
        label={t('detail')}
        aside={`${length} / ${MAX_REPORT}`}
        placeholder={t('detailPlaceholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={fields.text}
      />
    </form>
  );
}
