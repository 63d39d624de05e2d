'use client';

import { ImageUp, Trash2 } from 'lucide';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useRef, useState } from 'react';
import { sendFile } from '@/components/item-form/send-file';
import { type UploadActions, uploadPicture } from '@/components/item-form/upload-picture';
import { Avatar } from '@/components/ui/avatar';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { ChangeAvatarInput } from '@/lib/features/account/schemas';
import { ACCEPTED_FILES, imageTypeOf } from '@/lib/features/images/file-type';
import type { ActionResult } from '@/lib/next/action-result';

type PictureFormProps = {
  nickname: string;
  avatarUrl: string | null;
  uploads: UploadActions;
  change: (input: ChangeAvatarInput) => Promise<ActionResult<{ avatarUrl: string | null }>>;
};

type Said = { tone: 'success' | 'error'; text: string };

/** The member's picture: sent straight to the bucket, with progress, and shown as soon as it is there. */
export function PictureForm({ nickname, avatarUrl, uploads, change }: PictureFormProps) {
  const t = useTranslations('account.picture');
  const inputRef = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(avatarUrl);
  const [progress, setProgress] = useState<number | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const isBusy = progress !== null;

  async function save(uploadKey: string | null) {
    const answer = await change({ uploadKey }).catch(() => null);
    setProgress(null);
    if (!answer?.ok) return setSaid({ tone: 'error', text: answer?.error.message ?? t('network') });
    setShown(answer.data.avatarUrl);
    setSaid({ tone: 'success', text: t(uploadKey === null ? 'removed' : 'done') });
  }

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file || isBusy) return;
    setSaid(null);
    if (!imageTypeOf(file)) return setSaid({ tone: 'error', text: t('wrongType') });
    setProgress(0);
    const uploaded = await uploadPicture({
      file,
      uploadKey: null,
      actions: uploads,
      send: sendFile,
      signal: new AbortController().signal,
      texts: { network: t('network'), refused: t('refused'), aborted: t('refused') },
      onStatus: (status) => {
        if (status.kind === 'sending') setProgress(status.progress);
        if (status.kind === 'failed') setSaid({ tone: 'error', text: status.message });
      },
    });
    if (uploaded) await save(uploaded.uploadKey);
    else setProgress(null);
  }

  return (
    <div className="flex flex-col gap-4">
      {said && <Banner tone={said.tone}>{said.text}</Banner>}
      <div className="flex flex-wrap items-center gap-4">
        <Avatar name={nickname} src={shown} size="xl" />
        <div className="flex flex-wrap gap-2">
          <input
            ref={inputRef}
            type="file"
            accept={ACCEPTED_FILES}
            aria-label={t('title')}
            className="sr-only"
            tabIndex={-1}
            onChange={choose}
          />
          <Button
            variant="secondary"
            isPending={isBusy}
            onClick={() => inputRef.current?.click()}
            icon={<Icon of={ImageUp} aria-hidden="true" className="size-5" />}
          >
            {t('choose')}
          </Button>
          {shown && (
            <Button
              variant="ghost"
              disabled={isBusy}
              onClick={() => {
                setSaid(null);
                setProgress(1);
                void save(null);
              }}
              icon={<Icon of={Trash2} aria-hidden="true" className="size-5" />}
            >
              {t('remove')}
            </Button>
          )}
        </div>
      </div>
      {isBusy && <ProgressBar value={progress} label={t('sending')} />}
    </div>
  );
}
