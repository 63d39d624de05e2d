import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { RentalStatus } from '@/lib/features/rentals/rental-state';

const TONES: Record<RentalStatus, BadgeTone> = {
  REQUESTED: 'warn',
  ACCEPTED: 'info',
  ACTIVE: 'accent',
  ENDED: 'neutral',
  REJECTED: 'neutral',
  CANCELLED: 'neutral',
  EXPIRED: 'neutral',
};

type RentalStatusBadgeProps = { status: RentalStatus; isOverdue?: boolean; className?: string };

/** 검토 중, 예약 확정, 대여 중 …; red when the thing should be back by now. */
export function RentalStatusBadge({ status, isOverdue = false, className }: RentalStatusBadgeProps) {
  const t = useTranslations('rentals.status');
  return (
    <Badge tone={isOverdue ? 'danger' : TONES[status]} className={className}>
      {t(status)}
      {isOverdue && ` · ${t('overdue')}`}
    </Badge>
  );
}
