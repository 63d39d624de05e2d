import { ClientMessages } from '@/components/layout/client-messages';
import { RentalButtons } from '@/components/mypage/rental-buttons';
import { RentalList } from '@/components/mypage/rental-list';
import { listRentals } from '@/lib/features/rentals/server/list-rentals';
import { getContext } from '@/lib/next/context';

type RentalsTabProps = { tab: 'ongoing' | 'closed'; cursor: string | undefined };

export async function RentalsTab({ tab, cursor }: RentalsTabProps) {
  const page = await listRentals(await getContext(), { state: tab, ...(cursor && { cursor }) });
  return (
    <ClientMessages namespaces={['rentals', 'reviews']}>
      <RentalList
        tab={tab}
        page={page}
        isFirstPage={!cursor}
        actionsOf={(rental) => <RentalButtons rental={rental} />}
      />
    </ClientMessages>
  );
}
