import type { Crowd } from '@/tests/factories/crowd';

export interface RestRead {
  /** operationId */
  id: string;
  what?: string;
  path?: (crowd: Crowd) => Record<string, string>;
  query?: (crowd: Crowd) => string;
  /** shows more to whom has more */
  isList?: boolean;
}

/** A place that lies before every row, so that a later page is as full as the first. */
const BEFORE_ALL = '4000000000000_ffffffff-ffff-ffff-ffff-ffffffffffff';
const WORD = encodeURIComponent('표본');

const firstPage = { what: 'first page', query: () => '?limit=50', isList: true };
const laterPage = { what: 'later page', query: () => `?limit=50&cursor=${BEFORE_ALL}`, isList: true };
const itemId = { path: ({ item }: Crowd) => ({ itemId: item }) };
const roomId = { path: ({ room }: Crowd) => ({ roomId: room }) };
const memberId = { path: ({ me }: Crowd) => ({ memberId: me.id }) };

/** A call, or several, of each operation that reads: its first page, a later one, and its dearest filters. */
export const READS: RestRead[] = [
  { id: 'listRegions' },
  { id: 'listCategories', isList: true },
  { id: 'listItems', what: 'of everybody', query: () => '?limit=50&status=all', isList: true },
  { id: 'listItems', what: 'of a member', query: ({ me }) => `?limit=50&author=${me.id}`, isList: true },
  {
    id: 'listItems',
    what: 'with every filter',
    query: ({ me }) =>
      `?limit=50&section=OFFER&region=11&q=${WORD}&author=${me.id}&status=all&cursor=${BEFORE_ALL}`,
    isList: true,
  },
  { id: 'getItem', ...itemId },
  { id: 'listItemReviews', ...itemId, ...firstPage },
  { id: 'listItemReviews', ...itemId, ...laterPage },
  { id: 'listBookmarks', ...firstPage },
  { id: 'listBookmarks', ...laterPage },
  { id: 'listBlocks', what: 'first page' },
  { id: 'listBlocks', what: 'later page', query: () => `?limit=50&cursor=${BEFORE_ALL}` },
  { id: 'listRooms', ...firstPage },
  { id: 'listRooms', ...laterPage },
  { id: 'getRoom', ...roomId },
  { id: 'listMessages', ...roomId, ...firstPage },
  { id: 'listMessages', ...roomId, what: 'older', query: () => '?limit=100&cursor=999', isList: true },
  { id: 'listMessages', ...roomId, what: 'missed', query: () => '?afterSeq=0', isList: true },
  { id: 'listRentals', ...firstPage },
  { id: 'listRentals', ...laterPage },
  { id: 'listRentals', what: 'closed', query: () => '?limit=50&state=closed', isList: true },
  { id: 'getRental', path: ({ requested }) => ({ rentalId: requested }) },
  { id: 'getMember', ...memberId },
  { id: 'listMemberReviews', ...memberId, ...firstPage },
  { id: 'listMemberReviews', ...memberId, ...laterPage },
  { id: 'getMe' },
  { id: 'listAlerts', ...firstPage },
  { id: 'listAlerts', ...laterPage },
];
