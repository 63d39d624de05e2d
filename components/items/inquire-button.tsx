'use client';

import { MessageCircle } from 'lucide';
import { useActionState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';

type InquireButtonProps = {
  itemId: string;
  label: string;
  /** answers only when it was refused */
  inquire: (itemId: string) => Promise<{ message: string }>;
};

/** 「문의하기」: the way into the room about this item. */
export function InquireButton({ itemId, label, inquire }: InquireButtonProps) {
  const [refused, act] = useActionState(() => inquire(itemId), null);
  return (
    <form action={act} className="flex min-w-0 flex-1 flex-col gap-3">
      {refused && <Banner tone="error">{refused.message}</Banner>}
      <SubmitButton isBlock icon={<Icon of={MessageCircle} aria-hidden="true" className="size-5" />}>
        {label}
      </SubmitButton>
    </form>
  );
}
