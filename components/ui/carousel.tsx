'use client';

import { ChevronLeft, ChevronRight } from 'lucide';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import { IconButton } from './icon-button';

type CarouselProps = {
  /** Names the slider: the title of what is pictured. */
  label: string;
  slides: readonly { key: string; content: ReactNode }[];
  className?: string;
};

/** A slider on the browser's own scroll snapping: swipes without script; buttons, dots, counter and arrow keys with it. */
export function Carousel({ label, slides, className }: CarouselProps) {
  const t = useTranslations('ui');
  const trackRef = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  const hasScript = useSyncExternalStore(
    subscribeNothing,
    () => true,
    () => false,
  );
  const total = slides.length;

  function goTo(index: number) {
    const track = trackRef.current;
    const target = Math.min(total - 1, Math.max(0, index));
    track?.scrollTo({ left: target * track.clientWidth, behavior: 'smooth' });
  }

  function onKeyDown(event: KeyboardEvent) {
    const target = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: total - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    goTo(target);
  }

  return (
    <section aria-label={label} aria-roledescription="carousel" className={cx('group relative', className)}>
      <ul
        ref={trackRef}
        tabIndex={total > 1 ? 0 : undefined}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget: track }) => setCurrent(Math.round(track.scrollLeft / track.clientWidth))}
        className="scroll-row snap-x snap-mandatory rounded-[inherit] -outline-offset-3"
      >
        {slides.map((slide, index) => (
          <li
            key={slide.key}
            aria-label={t('pictureOf', { position: index + 1, total })}
            className="w-full shrink-0 snap-center snap-always"
          >
            {slide.content}
          </li>
        ))}
      </ul>
      {hasScript && total > 1 && (
        <>
          <IconButton
            label={t('previousPicture')}
            icon={<Icon of={ChevronLeft} aria-hidden="true" />}
            variant="glass"
            disabled={current === 0}
            onClick={() => goTo(current - 1)}
            className="!absolute top-1/2 left-3 -translate-y-1/2 disabled:invisible"
          />
          <IconButton
            label={t('nextPicture')}
            icon={<Icon of={ChevronRight} aria-hidden="true" />}
            variant="glass"
            disabled={current === total - 1}
            onClick={() => goTo(current + 1)}
            className="!absolute top-1/2 right-3 -translate-y-1/2 disabled:invisible"
          />
          <p
            aria-live="polite"
            className="figures absolute right-3 bottom-3 rounded-full bg-on-photo px-3 py-1 text-xs font-semibold text-white"
          >
            {t('picturePosition', { position: current + 1, total })}
          </p>
          <div aria-hidden="true" className="absolute inset-x-0 bottom-5 flex justify-center gap-1.5">
            {slides.map((slide, index) => (
              <span
                key={slide.key}
                className={cx(
                  'h-1.5 rounded-full bg-white shadow-card transition-all',
                  index === current ? 'w-5' : 'w-1.5 opacity-60',
                )}
              />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

const subscribeNothing = () => () => {};
