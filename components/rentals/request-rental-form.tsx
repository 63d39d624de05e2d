'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useMember } from '@/components/member/member-provider';
import { RefusalBanner } from '@/components/member/refusal-banner';
import { TextField } from '@/components/ui/text-field';
import type { ActionRefusal } from '@/lib/next/action-result';
import { fromLocalInput, suggestPeriod } from './local-time';
import { QuoteCard } from './quote-card';
import { useQuote } from './use-quote';

type RequestRentalFormProps = {
  id: string;
  itemId: string;
  refusal: ActionRefusal | null;
  onSubmit: (period: { startsAt: string; endsAt: string }) => void;
};

export function RequestRentalForm({ id, itemId, refusal, onSubmit }: RequestRentalFormProps) {
  const t = useTranslations('rentals.request');
  const { actions } = useMember();
  const [typed, setTyped] = useState(() => suggestPeriod(new Date()));
  const period = { startsAt: fromLocalInput(typed.startsAt), endsAt: fromLocalInput(typed.endsAt) };
  const { answer, isLoading } = useQuote({ itemId, ...period }, actions.quoteRental);
  // What is wrong with the dates is told while they are typed, by the same rules that judge the request.
  const quoteRefusal = answer && !answer.ok ? answer.error : null;
  const fields = { ...refusal?.fields, ...quoteRefusal?.fields };
  const general = [quoteRefusal, refusal].find((one) => one && Object.keys(one.fields).length === 0);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit(period);
  }

  return (
    <form id={id} noValidate onSubmit={submit} className="flex flex-col gap-4">
      <RefusalBanner refusal={general} />
      {(['startsAt', 'endsAt'] as const).map((field) => (
        <TextField
          key={field}
          type="datetime-local"
          name={field}
          label={t(field)}
          value={typed[field]}
          onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
          required
          error={fields[field]}
        />
      ))}
      <QuoteCard quote={answer?.ok ? answer.data : null} isLoading={isLoading} />
    </form>
  );
}
