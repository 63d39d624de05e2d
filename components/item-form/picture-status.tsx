import { RotateCw, X } from 'lucide';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { PictureStatus } from '@/lib/features/images/upload-queue';

type PictureStatusProps = {
  status: PictureStatus;
  /** 1 is the first */
  position: number;
  onCancel: () => void;
  onRetry: () => void;
};

/** Over a preview: how far its upload is, with the button to stop it or to try again. */
export function PictureStatusCover({ status, position, onCancel, onRetry }: PictureStatusProps) {
  const t = useTranslations('itemForm.pictures');
  switch (status.kind) {
    case 'stored':
    case 'ready':
      return null;
    case 'failed':
      return (
        <div className={`${COVER} bg-danger-soft/90 text-danger-ink`}>
          {status.canRetry && (
            <IconButton
              label={t('retry', { position })}
              icon={<Icon of={RotateCw} aria-hidden="true" />}
              variant="glass"
              onClick={onRetry}
            />
          )}
          <span className="text-2xs font-bold">{t('failed')}</span>
        </div>
      );
    case 'waiting':
    case 'sending':
    case 'preparing':
      return (
        <div className={`${COVER} bg-on-photo text-white`}>
          <IconButton
            label={t('cancel', { position })}
            icon={<Icon of={X} aria-hidden="true" />}
            variant="glass"
            onClick={onCancel}
            className="!absolute top-1 right-1"
          />
          <ProgressBar label={t('sending', { position })} value={progressOf(status)} />
          <span className="figures text-2xs font-bold">{wordsOf(status, t)}</span>
        </div>
      );
  }
}

const COVER =
  'absolute inset-0 flex animate-fade flex-col items-center justify-end gap-1.5 p-2.5 text-center sm:gap-2 sm:p-3.5';

type Running = Extract<PictureStatus, { kind: 'waiting' | 'sending' | 'preparing' }>;

function progressOf(status: Running): number | null {
  if (status.kind === 'sending') return status.progress;
  return status.kind === 'waiting' ? 0 : null;
}

function wordsOf(status: Running, t: (key: 'waiting' | 'preparing') => string): string {
  return status.kind === 'sending' ? `${Math.floor(status.progress * 100)}%` : t(status.kind);
}
