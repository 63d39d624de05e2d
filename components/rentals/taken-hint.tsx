import { useTranslations } from 'next-intl';
import type { RentalView } from '@/lib/features/rentals/views';

/** Why a request cannot be accepted any more; nothing for one that can. */
export function TakenHint({ rental }: { rental: Pick<RentalView, 'isTaken' | 'isAuthor'> }) {
  const t = useTranslations('rentals.taken');
  if (!rental.isTaken) return null;
  return <p className="text-sm text-warn-ink">{t(rental.isAuthor ? 'author' : 'inquirer')}</p>;
}
