import { useTranslations } from 'next-intl';
import { BrowseButton } from './browse-button';
import { WelcomeDrawing } from './welcome-drawing';

/** What this is, in one sentence, and the way to the list. */
export function WelcomeBox({ listId }: { listId: string }) {
  const t = useTranslations('items.welcome');
  return (
    <section className="relative overflow-hidden rounded-xl bg-accent-soft px-5 py-8 md:px-12 md:py-14">
      <div className="relative z-1 max-w-lg">
        <h1 className="text-2xl font-extrabold md:text-4xl">{t('title')}</h1>
        <p className="mt-3 max-w-md text-ink-soft md:text-lg">{t('text')}</p>
        <div className="mt-6 md:mt-8">
          <BrowseButton label={t('browse')} targetId={listId} />
        </div>
      </div>
      <WelcomeDrawing className="absolute -right-6 -bottom-8 hidden h-64 text-ink sm:block md:right-10 md:-bottom-4 md:h-80" />
    </section>
  );
}
