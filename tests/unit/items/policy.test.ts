import { itemRights } from '@/lib/features/items/policy';

const item = { authorId: 'author', hasAuthor: true, status: 'AVAILABLE' as const };

describe('what a screen offers for an item', () => {
  it('offers a visitor what a member may do', () => {
    expect(itemRights(null, item)).toEqual({
      isAuthor: false,
      canBookmark: true,
      canInquire: true,
      canReport: true,
      canRelist: false,
    });
  });

  it('offers the author none of it', () => {
    const rights = itemRights('author', item);
    expect(rights).toMatchObject({ isAuthor: true, canBookmark: false, canInquire: false, canReport: false });
  });

  it('offers listing again to the author of a closed item alone', () => {
    const closed = { ...item, status: 'CLOSED' as const };
    expect(itemRights('author', closed).canRelist).toBe(true);
    expect(itemRights('author', item).canRelist).toBe(false);
    expect(itemRights('other', closed).canRelist).toBe(false);
  });

  it('asks nobody who has left', () => {
    expect(itemRights('other', { ...item, hasAuthor: false }).canInquire).toBe(false);
  });
});
