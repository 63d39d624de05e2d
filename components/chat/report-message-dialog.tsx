'use client';

import { useLocale } from 'next-intl';
import { useState } from 'react';
import { useMember } from '@/components/member/member-provider';
import { useAction } from '@/components/member/use-action';
import ReportDialog from '@/components/reports/report-dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { showToast } from '@/components/ui/toast';
import { useWords } from '@/components/ui/use-words';
import { cutText } from '@/lib/core/count-characters';
import { formatDate } from '@/lib/format/dates';
import type { MessagePayload } from '@/lib/realtime/events';

type ReportMessageDialogProps = {
  itemId: string;
  /** what the partner wrote, newest first */
  messages: readonly MessagePayload[];
  timeZone: string;
  onClose: () => void;
};

const SHOWN = 20;
const LONGEST = 80;

/** Which message, and why. */
export default function ReportMessageDialog({
  itemId,
  messages,
  timeZone,
  onClose,
}: ReportMessageDialogProps) {
  const t = useWords('reports');
  const locale = useLocale();
  const { actions } = useMember();
  const [messageId, setMessageId] = useState(messages[0]?.id ?? '');
  const { run, isPending, refusal } = useAction<{ reportId: string }>(() => {
    showToast({ tone: 'success', text: t('done') });
    onClose();
  });
  const options = messages.slice(0, SHOWN).map(({ id, body, createdAt }) => ({
    value: id,
    label: body.length > LONGEST ? `${cutText(body, LONGEST)}…` : body,
    hint: formatDate(createdAt, locale, 'dateTime', timeZone),
  }));
  return (
    <ReportDialog
      onClose={onClose}
      isPending={isPending}
      title={t('messageTitle')}
      refusal={refusal}
      onSubmit={(input) =>
        run((submissionId) => actions.writeReport({ itemId, messageId, ...input, submissionId }))
      }
    >
      <div className="-m-1 mb-5 max-h-64 overflow-y-auto overscroll-contain p-1">
        <RadioGroup
          name="message"
          layout="list"
          label={t('whichMessage')}
          options={options}
          value={messageId}
          onValueChange={setMessageId}
        />
      </div>
    </ReportDialog>
  );
}
