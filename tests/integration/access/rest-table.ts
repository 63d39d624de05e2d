import { randomUUID } from 'node:crypto';
import type { AccessScene, Setup } from '@/tests/support/access-scene';

export interface RestRow {
  setup?: Setup;
  /** what the request holds besides the token */
  request?: (scene: AccessScene) => { path?: Record<string, string>; query?: string; body?: unknown };
  /** statuses in the order of PERSONS: visitor homeless stranger inquirer author lender renter admin suspended withdrawn */
  statuses: string;
}

const item = ({ itemId }: AccessScene) => ({ path: { itemId } });
const room = ({ roomId }: AccessScene) => ({ path: { roomId } });
const rental = ({ rentalId }: AccessScene) => ({ path: { rentalId } });
const member = ({ author }: AccessScene) => ({ path: { memberId: author.id } });
const ANYBODY = '200 200 200 200 200 200 200 200 401 401';
const OWN = '401 200 200 200 200 200 200 200 401 401';

const ITEM = {
  section: 'OFFER',
  title: '드릴',
  body: '내용',
  priceWon: 5_000,
  priceUnit: 'DAY',
  autoRelist: true,
  images: [],
};

/** Every operation of the API for every kind of person. */
export const REST_TABLE: Record<string, RestRow> = {
  issueTokens: {
    request: () => ({ body: { email: 'nobody@example.com', password: 'Wrong!2345' } }),
    statuses: '422 422 422 422 422 422 422 422 401 401',
  },
  refreshTokens: {
    request: () => ({ body: { refreshToken: 'unknown' } }),
    statuses: '401 401 401 401 401 401 401 401 401 401',
  },
  revokeTokens: {
    request: () => ({ body: { refreshToken: 'unknown' } }),
    statuses: '204 204 204 204 204 204 204 204 401 401',
  },
  listRegions: { statuses: ANYBODY },
  listCategories: { statuses: ANYBODY },
  listItems: { statuses: ANYBODY },
  getItem: { request: item, statuses: ANYBODY },
  listItemReviews: { request: item, statuses: ANYBODY },
  getMember: { request: member, statuses: ANYBODY },
  listMemberReviews: { request: member, statuses: ANYBODY },
  createItem: {
    request: ({ categoryId }) => ({ body: { ...ITEM, categoryId } }),
    statuses: '401 403 201 201 201 201 201 201 401 401',
  },
  updateItem: {
    request: (s) => ({ ...item(s), body: { title: '새 제목' } }),
    statuses: '401 403 403 403 200 403 200 403 401 401',
  },
  deleteItem: { request: item, statuses: '401 403 403 403 204 403 204 403 401 401' },
  relistItem: {
    setup: { itemStatus: 'CLOSED' },
    request: item,
    statuses: '401 403 403 403 200 403 200 403 401 401',
  },
  addBookmark: { request: item, statuses: '401 403 200 200 403 200 403 200 401 401' },
  removeBookmark: { request: item, statuses: '401 403 200 200 403 200 403 200 401 401' },
  listBookmarks: { statuses: OWN },
  listBlocks: { statuses: OWN },
  blockMember: { request: member, statuses: '401 200 200 200 403 200 403 200 401 401' },
  unblockMember: { request: member, statuses: '401 200 200 200 200 200 200 200 401 401' },
  quoteRental: {
    request: (s) => ({ ...item(s), body: s.period }),
    statuses: '401 200 200 200 200 200 200 200 401 401',
  },
  reportItem: {
    request: (s) => ({ ...item(s), body: { category: 'FRAUD' } }),
    statuses: '401 403 201 201 403 201 403 201 401 401',
  },
  listRentals: { setup: { rental: 'REQUESTED' }, statuses: OWN },
  requestRental: {
    request: ({ roomId, period }) => ({ body: { roomId, ...period } }),
    statuses: '401 403 404 201 403 201 403 404 401 401',
  },
  getRental: {
    setup: { rental: 'REQUESTED' },
    request: rental,
    statuses: '401 404 404 200 200 200 200 404 401 401',
  },
  acceptRental: {
    setup: { rental: 'REQUESTED' },
    request: rental,
    statuses: '401 403 404 403 200 403 200 404 401 401',
  },
  rejectRental: {
    setup: { rental: 'REQUESTED' },
    request: rental,
    statuses: '401 403 404 403 200 403 200 404 401 401',
  },
  cancelRental: {
    setup: { rental: 'REQUESTED' },
    request: rental,
    statuses: '401 403 404 200 403 200 403 404 401 401',
  },
  handOverRental: {
    setup: { rental: 'ACCEPTED' },
    request: rental,
    statuses: '401 403 404 403 200 200 403 404 401 401',
  },
  endRental: {
    setup: { rental: 'ACTIVE' },
    request: rental,
    statuses: '401 403 404 403 200 200 403 404 401 401',
  },
  writeReview: {
    setup: { rental: 'ENDED' },
    request: (s) => ({ ...rental(s), body: { stars: 5, body: '좋아요' } }),
    statuses: '401 403 404 201 201 201 201 404 401 401',
  },
  listRooms: { statuses: OWN },
  openRoom: {
    request: ({ itemId }) => ({ body: { itemId } }),
    statuses: '401 403 201 201 403 201 403 201 401 401',
  },
  getRoom: { request: room, statuses: '401 404 404 200 200 200 200 404 401 401' },
  listMessages: { request: room, statuses: '401 404 404 200 200 200 200 404 401 401' },
  sendMessage: {
    request: (s) => ({ ...room(s), body: { clientId: randomUUID(), body: '네' } }),
    statuses: '401 403 404 201 201 201 201 404 401 401',
  },
  readRoom: {
    request: (s) => ({ ...room(s), body: { seq: 1 } }),
    statuses: '401 404 404 200 200 200 200 404 401 401',
  },
  getMe: { statuses: OWN },
  updateMe: { request: () => ({ body: { regionCode: '11680' } }), statuses: OWN },
  changeAvatar: {
    request: () => ({ body: { uploadKey: null } }),
    statuses: '401 403 200 200 200 200 200 200 401 401',
  },
  changePassword: {
    request: () => ({
      body: { currentPassword: 'Wrong!2345', password: 'Neue!2345', passwordConfirm: 'Neue!2345' },
    }),
    statuses: '401 403 403 403 403 403 403 422 401 401',
  },
  withdraw: { statuses: '401 204 204 204 204 204 204 204 401 401' },
  listAlerts: { statuses: OWN },
  readAlerts: {
    request: ({ alertId }) => ({ body: { id: alertId } }),
    statuses: '401 404 404 404 200 404 200 404 401 401',
  },
  writeFeedback: {
    request: () => ({ body: { title: '제목', body: '내용' } }),
    statuses: '401 403 201 201 201 201 201 201 401 401',
  },
  requestUpload: {
    request: () => ({ body: { contentType: 'image/png', bytes: 100 } }),
    statuses: '401 403 201 201 201 201 201 201 401 401',
  },
  prepareUpload: {
    request: () => ({ body: { key: 'uploads/not/mine' } }),
    statuses: '401 403 422 422 422 422 422 422 401 401',
  },
};
