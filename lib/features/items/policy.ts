import type { ItemStatus } from './schemas';

export interface ItemFacts {
  authorId: string;
  /** false once the author has left */
  hasAuthor: boolean;
  status: ItemStatus;
}

/** What a screen offers for an item. A visitor is offered what a member may do, and is sent to sign in. */
export function itemRights(viewerId: string | null, item: ItemFacts) {
  const isAuthor = viewerId === item.authorId;
  return {
    isAuthor,
    canBookmark: !isAuthor,
    canInquire: !isAuthor && item.hasAuthor,
    canReport: !isAuthor,
    canRelist: isAuthor && item.status === 'CLOSED',
  };
}
