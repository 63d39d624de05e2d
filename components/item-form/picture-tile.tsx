import { ChevronLeft, ChevronRight, ImageOff, Trash2 } from 'lucide';
import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { Icon } from '@/components/ui/icon';
import type { Picture } from '@/lib/features/images/upload-queue';
import { variantUrl } from '@/lib/features/images/variants';
import { PictureStatusCover } from './picture-status';

type PictureTileProps = {
  picture: Picture;
  previewUrl: string | null;
  place: number;
  total: number;
  isDragged: boolean;
  onPointerDown: ComponentProps<'div'>['onPointerDown'];
  onMove: (place: number) => void;
  onRemove: () => void;
  onCancel: () => void;
  onRetry: () => void;
};

/** One preview: held and dragged by pointer, moved and removed by its buttons. */
export function PictureTile(props: PictureTileProps) {
  const { picture, place, total, isDragged, onMove } = props;
  const t = useTranslations('itemForm.pictures');
  const position = place + 1;
  return (
    <li
      data-place={place}
      data-picture={picture.id}
      className={cx(
        'flex min-w-0 flex-col overflow-hidden rounded-md border bg-surface transition-[box-shadow,scale,border-color] duration-150',
        place === 0 ? 'border-accent' : 'border-line',
        isDragged && 'z-10 scale-105 border-accent shadow-float',
      )}
    >
      <div
        onPointerDown={props.onPointerDown}
        className={cx(
          'relative aspect-square touch-pan-y overflow-hidden bg-sunken select-none',
          isDragged ? 'cursor-grabbing' : 'cursor-grab',
        )}
      >
        <Preview picture={picture} url={props.previewUrl} alt={t('position', { position })} />
        <PictureStatusCover
          status={picture.status}
          position={position}
          onCancel={props.onCancel}
          onRetry={props.onRetry}
        />
        {place === 0 && (
          <Badge tone="solid" className="pointer-events-none absolute top-1.5 left-1.5">
            {t('cover')}
          </Badge>
        )}
      </div>
      <div className="grid grid-cols-3 border-t border-line">
        <TileButton
          label={t('forward', { position })}
          disabled={place === 0}
          data-control="forward"
          onClick={() => onMove(place - 1)}
        >
          <Icon of={ChevronLeft} aria-hidden="true" />
        </TileButton>
        <TileButton label={t('remove', { position })} data-control="remove" onClick={props.onRemove}>
          <Icon of={Trash2} aria-hidden="true" className="!size-4.5" />
        </TileButton>
        <TileButton
          label={t('back', { position })}
          disabled={place === total - 1}
          data-control="back"
          onClick={() => onMove(place + 1)}
        >
          <Icon of={ChevronRight} aria-hidden="true" />
        </TileButton>
      </div>
    </li>
  );
}

type TileButtonProps = ComponentProps<'button'> & { label: string; children: ReactNode };

function TileButton({ label, children, ...rest }: TileButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={label}
      title={label}
      className="inline-flex h-11 items-center justify-center text-ink-soft transition-colors hover:bg-sunken hover:text-ink disabled:opacity-30 focus-visible:-outline-offset-3 [&>svg]:size-5"
    >
      {children}
    </button>
  );
}

/** The file itself until the server has made its picture. */
function Preview({ picture, url, alt }: { picture: Picture; url: string | null; alt: string }) {
  const [isBroken, setBroken] = useState(false);
  const made = picture.image ? variantUrl(picture.image.baseUrl, 320) : null;
  const src = made ?? url;
  if (src === null || (isBroken && made === null)) {
    return (
      <span className="absolute inset-0 flex items-center justify-center text-ink-faint">
        <Icon of={ImageOff} role="img" aria-label={alt} className="size-7" />
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: a file of this browser, or re-encoded at upload
    <img
      src={src}
      alt={alt}
      draggable={false}
      decoding="async"
      onError={() => setBroken(true)}
      style={{ backgroundColor: picture.image?.color }}
      className="absolute inset-0 size-full object-cover text-transparent"
    />
  );
}
