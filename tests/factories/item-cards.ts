import type { ItemCardView } from '@/lib/features/items/views';

let made = 0;

/** An item as lists show it; every one has an id and title of its own. */
export function itemCard(overrides: Partial<ItemCardView> = {}): ItemCardView {
  made += 1;
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    section: 'OFFER',
    title: `전동드릴 ${made}`,
    priceWon: 5_000,
    priceUnit: 'DAY',
    status: 'AVAILABLE',
    rentedUntil: null,
    region: { code: '11680', name: '강남구', nameEn: 'Gangnam-gu' },
    cover: null,
    bookmarkCount: 3,
    inquiryCount: 1,
    listedAt: '2026-11-01T00:00:00.000Z',
    ...overrides,
  };
}
