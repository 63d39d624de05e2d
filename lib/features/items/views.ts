import type { CoverView, ImageView } from '@/lib/features/images/views';
import type { MemberSummary } from '@/lib/features/users/views';
import type { ItemStatus, PriceUnit, Section } from './schemas';

export interface CategoryView {
  id: number;
  slug: string;
  name: string;
  nameEn: string;
  /** name of a lucide icon */
  icon: string;
}

/** An item in a list. Times are ISO 8601 in UTC. */
export interface ItemCardView {
  id: string;
  section: Section;
  title: string;
  priceWon: number | null;
  priceUnit: PriceUnit;
  status: ItemStatus;
  rentedUntil: string | null;
  region: { code: string; name: string; nameEn: string };
  cover: CoverView | null;
  bookmarkCount: number;
  inquiryCount: number;
  listedAt: string;
}

/** The page of an item. */
export interface ItemView extends ItemCardView {
  body: string;
  category: CategoryView;
  images: ImageView[];
  author: MemberSummary;
  autoRelist: boolean;
  createdAt: string;
  updatedAt: string;
  /** what the viewer may do here; a visitor may start bookmarking and asking, and is sent to sign in */
  viewer: {
    isAuthor: boolean;
    isBookmarked: boolean;
    canBookmark: boolean;
    canInquire: boolean;
    canReport: boolean;
    canRelist: boolean;
    /** the viewer's own room about this item */
    roomId: string | null;
  };
}

/** An item that an admin has hidden, as its author sees it. */
export interface HiddenItemView {
  id: string;
  title: string;
  /** what the admin wrote; '' when nothing was */
  reason: string;
}
