export interface CategoryData {
  slug: string;
  name: string;
  nameEn: string;
  /** name of a lucide icon, in kebab-case */
  icon: string;
}

/** In the order they are offered in. A slug is part of addresses and never changes. */
export const categories = [
  { slug: 'digital', name: '디지털기기', nameEn: 'Digital devices', icon: 'laptop' },
  { slug: 'appliances', name: '생활가전', nameEn: 'Home appliances', icon: 'washing-machine' },
  { slug: 'tools', name: '공구', nameEn: 'Tools', icon: 'wrench' },
  { slug: 'camping', name: '캠핑·등산', nameEn: 'Camping & hiking', icon: 'tent-tree' },
  { slug: 'sports', name: '스포츠·레저', nameEn: 'Sports & leisure', icon: 'dumbbell' },
  { slug: 'baby', name: '유아용품', nameEn: 'Baby & kids', icon: 'baby' },
  { slug: 'clothing', name: '의류·한복', nameEn: 'Clothing & hanbok', icon: 'shirt' },
  { slug: 'instruments', name: '악기', nameEn: 'Instruments', icon: 'guitar' },
  { slug: 'games', name: '게임·취미', nameEn: 'Games & hobbies', icon: 'gamepad-2' },
  { slug: 'books', name: '도서', nameEn: 'Books', icon: 'book-open' },
  { slug: 'party', name: '파티·행사용품', nameEn: 'Parties & events', icon: 'party-popper' },
  { slug: 'camera', name: '카메라·영상', nameEn: 'Cameras & video', icon: 'camera' },
  { slug: 'bikes', name: '자전거·킥보드', nameEn: 'Bicycles & scooters', icon: 'bike' },
  { slug: 'travel', name: '여행용품', nameEn: 'Travel gear', icon: 'luggage' },
  { slug: 'furniture', name: '가구·인테리어', nameEn: 'Furniture & interior', icon: 'sofa' },
  { slug: 'kitchen', name: '주방용품', nameEn: 'Kitchenware', icon: 'cooking-pot' },
  { slug: 'pets', name: '반려동물용품', nameEn: 'Pet supplies', icon: 'paw-print' },
  { slug: 'beauty', name: '미용·뷰티', nameEn: 'Beauty', icon: 'sparkles' },
  { slug: 'car', name: '차량용품', nameEn: 'Car accessories', icon: 'car-front' },
  { slug: 'etc', name: '기타', nameEn: 'Other', icon: 'package' },
] as const satisfies readonly CategoryData[];

export type CategorySlug = (typeof categories)[number]['slug'];
