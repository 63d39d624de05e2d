import { type RawParams, readCursor, readItemFilters } from '@/components/items/item-filters';
import { WelcomeBox } from '@/components/items/welcome-box';
import { PageShell } from '@/components/layout/page-shell';
import { paths } from '@/lib/paths';
import { ItemBrowser } from './_parts/item-browser';

const LIST_ID = 'items';

export default async function HomePage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const params = await searchParams;
  return (
    <PageShell>
      <WelcomeBox listId={LIST_ID} />
      <section id={LIST_ID} tabIndex={-1} className="mt-4 pt-2 md:mt-6">
        <ItemBrowser filters={readItemFilters(paths.home, params)} cursor={readCursor(params.cursor)} />
      </section>
    </PageShell>
  );
}
