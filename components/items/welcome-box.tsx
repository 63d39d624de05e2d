import { LastPiece } from '@/components/ui/last-piece';
import { useWords } from '@/components/ui/use-words';
import { BrowseButton } from './browse-button';
import { WelcomeDrawing } from './welcome-drawing';

/** What this is, in one sentence, and the way to the list. */
export function WelcomeBox({ listId }: { listId: string }) {
  const t = useWords('items.welcome');
  return (
    <section className="relative overflow-hidden rounded-xl bg-accent-soft px-5 py-6 md:px-12 md:py-8">
      <div className="relative z-1 max-w-xl">
        <h1 className="comes-whole text-2xl font-extrabold md:text-3xl lg:text-4xl">
          {t('title')} <span className="inline-block text-accent-ink">{t('brand')}</span>
          <LastPiece />
        </h1>
        <p className="mt-2.5 max-w-md text-sm text-ink-soft md:text-base">{t('text')}</p>
        <div className="mt-5 md:mt-7">
          <BrowseButton label={t('browse')} targetId={listId} />
        </div>
      </div>
      <WelcomeDrawing className="absolute right-8 bottom-0 hidden w-80 text-ink md:block lg:right-12 lg:w-[26rem]" />
    </section>
  );
}
