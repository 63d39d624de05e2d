import { PageShell } from '@/components/layout/page-shell';
import { Loading, Skeleton } from '@/components/ui/skeleton';

export default function MyPageLoading() {
  return (
    <PageShell>
      <Loading>
        <div className="mb-6 flex items-center gap-4">
          <Skeleton className="size-16 !rounded-full" />
          <div className="flex flex-col gap-2">
            <Skeleton className="h-8 w-40" />
            <Skeleton className="h-6 w-28" />
          </div>
        </div>
        <div className="flex h-12 gap-6 border-b border-line">
          {['a', 'b', 'c', 'd'].map((tab) => (
            <Skeleton key={tab} className="h-6 w-24" />
          ))}
        </div>
        <div className="mt-6 grid gap-4 md:mt-8 lg:grid-cols-2">
          {['a', 'b', 'c', 'd'].map((card) => (
            <Skeleton key={card} className="h-72 w-full !rounded-lg" />
          ))}
        </div>
      </Loading>
    </PageShell>
  );
}
