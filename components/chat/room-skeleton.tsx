import { Loading, Skeleton } from '@/components/ui/skeleton';

export function RoomSkeleton() {
  return (
    <Loading className="flex h-full min-h-80 flex-col">
      <div className="flex items-center gap-3 border-b border-line px-5 py-3">
        <Skeleton className="size-10 !rounded-full" />
        <Skeleton className="h-5 w-32" />
      </div>
      <div className="flex flex-1 flex-col justify-end gap-3 p-5">
        <Skeleton className="h-11 w-3/5 !rounded-lg" />
        <Skeleton className="h-11 w-2/5 self-end !rounded-lg" />
        <Skeleton className="h-16 w-1/2 !rounded-lg" />
        <Skeleton className="mt-3 h-12 w-full !rounded-lg" />
      </div>
    </Loading>
  );
}

export function RoomListSkeleton() {
  return (
    <Loading className="flex flex-col gap-1 p-3">
      {['a', 'b', 'c', 'd', 'e'].map((row) => (
        <div key={row} className="flex items-center gap-3 px-2 py-3">
          <Skeleton className="size-13 shrink-0 !rounded-md" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-4 w-4/5" />
          </div>
        </div>
      ))}
    </Loading>
  );
}
