import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { FieldMessages } from '@/components/ui/field';
import { MAX_IMAGES } from '@/lib/features/images/variants';
import { PictureAdder } from './picture-adder';
import { PictureTile } from './picture-tile';
import { useDragOrder } from './use-drag-order';
import { useIncomingFiles } from './use-incoming-files';
import type { Pictures } from './use-pictures';
import { useSaidUploads } from './use-said-uploads';

type PicturesFieldProps = { pictures: Pictures; error?: string | null };

export function PicturesField({ pictures, error }: PicturesFieldProps) {
  const t = useTranslations('itemForm.pictures');
  const tUi = useTranslations('ui');
  const id = useId();
  const { queue, refusals } = pictures;
  const rootRef = useRef<HTMLDivElement>(null);
  const nextFocus = useRef<string[]>([]);
  const [said, setSaid] = useState('');
  const isOver = useIncomingFiles(pictures.add);
  const drag = useDragOrder(pictures.move, (pictureId) =>
    sayPlace(queue.findIndex((picture) => picture.id === pictureId)),
  );
  useSaidUploads(queue, setSaid);

  // A control that went away, or was switched off, hands its focus on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the order
  useEffect(() => {
    const wanted = nextFocus.current.splice(0);
    const controls = wanted.map((selector) => rootRef.current?.querySelector<HTMLElement>(selector));
    controls.find((control) => control && !control.matches(':disabled'))?.focus();
  }, [queue]);

  function sayPlace(place: number) {
    if (place < 0) return;
    setSaid(
      [t('saidMoved', { position: place + 1 }), place === 0 && t('saidCover')].filter(Boolean).join(' '),
    );
  }

  function move(pictureId: string, place: number, control: 'forward' | 'back') {
    const other = control === 'forward' ? 'back' : 'forward';
    nextFocus.current = [control, other].map(
      (name) => `[data-picture="${pictureId}"] [data-control="${name}"]`,
    );
    pictures.move(pictureId, place);
    sayPlace(place);
  }

  function remove(pictureId: string, place: number) {
    const neighbour = queue[place + 1] ?? queue[place - 1];
    nextFocus.current = [
      ...(neighbour ? [`[data-picture="${neighbour.id}"] [data-control="remove"]`] : []),
      '[data-control="add"]',
    ];
    pictures.remove(pictureId);
    setSaid(t('saidRemoved', { position: place + 1, total: queue.length - 1 }));
  }

  return (
    <div ref={rootRef} className="flex flex-col gap-1.5">
      <div className="flex items-baseline gap-2">
        <span className="text-sm font-semibold">{t('list')}</span>
        <span className="text-xs text-ink-faint">{tUi('optional')}</span>
        <span className="figures ml-auto text-xs text-ink-faint">
          {t('count', { count: queue.length, max: MAX_IMAGES })}
        </span>
      </div>
      <div className="grid grid-cols-3 gap-2.5 sm:gap-3">
        <ul aria-label={t('list')} className="contents">
          {queue.map((picture, place) => (
            <PictureTile
              key={picture.id}
              picture={picture}
              previewUrl={pictures.previewOf(picture.id)}
              place={place}
              total={queue.length}
              isDragged={drag.draggedId === picture.id}
              onPointerDown={(event) => drag.onPointerDown(event, picture.id, place)}
              onMove={(to) => move(picture.id, to, to < place ? 'forward' : 'back')}
              onRemove={() => remove(picture.id, place)}
              onCancel={() => pictures.cancel(picture.id)}
              onRetry={() => pictures.retry(picture.id)}
            />
          ))}
        </ul>
        <PictureAdder
          isEmpty={queue.length === 0}
          isOver={isOver}
          isInvalid={Boolean(error)}
          describedBy={`${id}-hint ${id}-error`}
          onFiles={pictures.add}
        />
      </div>
      <FieldMessages id={id} hint={t('hint')} error={error} />
      <Failures pictures={pictures} />
      {refusals.length > 0 && (
        <Banner
          tone="error"
          title={t('refusedTitle')}
          action={
            <Button size="sm" variant="secondary" onClick={pictures.dismissRefusals}>
              {t('dismiss')}
            </Button>
          }
        >
          <ul>
            {refusals.map(({ name, why }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
              <li key={index}>{t('refused', { name, reason: t(`refusal.${why}`) })}</li>
            ))}
          </ul>
        </Banner>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

/** Why uploads failed, one line each. */
function Failures({ pictures }: { pictures: Pictures }) {
  const t = useTranslations('itemForm.pictures');
  const failures = pictures.queue.flatMap(({ id, status }, place) =>
    status.kind === 'failed' ? [{ id, place, message: status.message }] : [],
  );
  return (
    <ul className="text-sm font-medium text-danger-ink">
      {failures.map(({ id, place, message }) => (
        <li key={id}>
          {t('position', { position: place + 1 })}: {message}
        </li>
      ))}
    </ul>
  );
}
