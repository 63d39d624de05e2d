import { Badge, type BadgeTone } from '@/components/ui/badge';
import { useWords } from '@/components/ui/use-words';
import type { ItemStatus } from '@/lib/features/items/schemas';
import type { ItemCardView } from '@/lib/features/items/views';
import { LiveRemainingTime } from './live-remaining-time';

const TONES: Record<ItemStatus, BadgeTone> = { AVAILABLE: 'accent', RENTED: 'warn', CLOSED: 'neutral' };

type ItemBadgeProps = { item: Pick<ItemCardView, 'status' | 'rentedUntil'>; className?: string };

/** State of an item; while it is on rent with the time that is left. */
export function ItemBadge({ item: { status, rentedUntil }, className }: ItemBadgeProps) {
  const t = useWords('items');
  return (
    <Badge tone={TONES[status]} className={className}>
      {t(`status.${status}`)}
      {status === 'RENTED' && rentedUntil && (
        <>
          <span aria-hidden="true">·</span>
          <LiveRemainingTime end={rentedUntil} className="figures font-semibold" />
        </>
      )}
    </Badge>
  );
}
