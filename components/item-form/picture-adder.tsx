import { ImagePlus } from 'lucide';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { cx } from '@/components/ui/cx';
import { Icon } from '@/components/ui/icon';
import { ACCEPTED_FILES } from '@/lib/features/images/file-type';

type PictureAdderProps = {
  isEmpty: boolean;
  /** files are being dragged over the page */
  isOver: boolean;
  describedBy: string;
  isInvalid: boolean;
  onFiles: (files: File[]) => void;
};

/** 「이미지 첨부하기」: the file input, and the place that shows where files can be dropped. */
export function PictureAdder({ isEmpty, isOver, describedBy, isInvalid, onFiles }: PictureAdderProps) {
  const t = useTranslations('itemForm.pictures');
  const id = useId();
  const ref = useRef<HTMLInputElement>(null);
  const onFilesRef = useRef(onFiles);
  onFilesRef.current = onFiles;

  function take() {
    const input = ref.current;
    if (!input?.files?.length) return;
    const files = [...input.files];
    // So that the same file can be chosen again after it was removed.
    input.value = '';
    onFilesRef.current(files);
  }

  // For what was chosen before the script came.
  useEffect(take, []);

  return (
    <div className={cx('relative', isEmpty ? 'col-span-full' : 'min-h-32')}>
      <input
        ref={ref}
        id={id}
        type="file"
        multiple
        accept={ACCEPTED_FILES}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        data-control="add"
        onChange={take}
        className="peer absolute inset-0 opacity-0"
      />
      <label
        htmlFor={id}
        className={cx(
          'relative flex size-full flex-col items-center justify-center gap-1.5 rounded-md border-2 border-dashed px-3 text-center font-semibold transition-colors',
          'peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus peer-aria-invalid:border-danger',
          isEmpty ? 'min-h-40 text-base' : 'text-sm',
          isOver
            ? 'border-accent bg-accent-soft text-accent-ink'
            : 'border-line-strong/60 bg-surface text-ink-soft hover:border-accent hover:text-accent-ink',
        )}
      >
        <Icon
          of={ImagePlus}
          aria-hidden="true"
          className={isEmpty ? 'size-9 stroke-[1.75]' : 'size-7 stroke-[1.75]'}
        />
        {t('label')}
      </label>
      {isEmpty && (
        <p
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-0 bottom-3.5 px-3 text-center text-xs text-ink-faint"
        >
          {isOver ? t('dropHere') : t('dropHint')}
        </p>
      )}
    </div>
  );
}
