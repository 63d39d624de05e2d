import { Loading, Skeleton, SkeletonText } from '@/components/ui/skeleton';
import { PageShell } from './page-shell';

/** While a page without a skeleton of its own is on its way: a heading and a grid of cards. */
export function PageSkeleton({ cards = 8 }: { cards?: number }) {
  return (
    <PageShell>
      <Loading>
        <Skeleton className="h-9 w-56 max-w-full" />
        <div className="mt-8 grid grid-cols-2 gap-x-4 gap-y-8 md:grid-cols-3 lg:grid-cols-4">
          {Array.from({ length: cards }, (_, card) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cards are alike
            <div key={card}>
              <Skeleton className="aspect-square w-full rounded-lg" />
              <SkeletonText lines={2} className="mt-3" />
            </div>
          ))}
        </div>
      </Loading>
    </PageShell>
  );
}
