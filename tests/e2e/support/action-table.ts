import { randomUUID } from 'node:crypto';
import { type AccessScene, ADMIN_PASSWORD, type Setup } from '@/tests/support/access-scene';

export interface ActionRow {
  setup?: Setup;
  args?: (scene: AccessScene) => unknown[];
  /** fields of a form whose action keeps a state */
  stateForm?: (scene: AccessScene) => Record<string, string>;
  /** fields of a form */
  form?: (scene: AccessScene) => Record<string, string>;
  /** in the order of PERSONS: visitor homeless stranger inquirer author lender renter admin suspended withdrawn */
  outcomes: string;
}

const U = 'UNAUTHENTICATED';
const N = 'NOT_FOUND';
const OWN = `${U} ok ok ok ok ok ok ok ${U} ${U}`;
const ANYBODY = 'ok ok ok ok ok ok ok ok ok ok';
/** For everybody else there is no such thing. */
const ADMINS = `${N} ${N} ${N} ${N} ${N} ${N} ${N} ok ${N} ${N}`;

const ITEM = {
  section: 'OFFER',
  title: '드릴',
  body: '내용',
  priceWon: 5_000,
  priceUnit: 'DAY',
  autoRelist: true,
  images: [],
};
const itemId = ({ itemId: id }: AccessScene) => [{ itemId: id }];
const rentalId = ({ rentalId: id }: AccessScene) => [{ rentalId: id }];
const item = ({ categoryId }: AccessScene) => ({ ...ITEM, categoryId, submissionId: randomUUID() });
const because = { reason: '이유', adminPassword: ADMIN_PASSWORD };

/** Every server action for every kind of person. */
export const ACTION_TABLE: Record<string, ActionRow> = {
  // Ways in: nothing that is sent here signs anybody in.
  signUp: { stateForm: () => ({ email: 'x' }), outcomes: '' },
  signIn: { stateForm: () => ({ email: '', password: '' }), outcomes: '' },
  requestPasswordReset: { stateForm: () => ({ email: 'x' }), outcomes: '' },
  resetPassword: { stateForm: () => ({ token: 'x' }), outcomes: '' },
  verifyEmail: { stateForm: () => ({ token: 'x' }), outcomes: '' },
  logOut: { args: () => [], outcomes: '' },
  setLocale: { form: () => ({ locale: 'ko' }), outcomes: ANYBODY },
  // Reading
  loadItems: { args: () => [{}], outcomes: ANYBODY },
  loadProvinces: { args: () => [], outcomes: ANYBODY },
  loadBookmarks: { args: () => [{}], outcomes: OWN },
  listRooms: { args: () => [{}], outcomes: OWN },
  listAlerts: { args: () => [{}], outcomes: OWN },
  readAlerts: { args: ({ alertId }) => [{ id: alertId }], outcomes: '' },
  // Items
  postItem: { args: (scene) => [item(scene)], outcomes: '' },
  editItem: { args: (scene) => [scene.itemId, item(scene)], outcomes: '' },
  removeItem: { args: itemId, outcomes: '' },
  putBack: { setup: { itemStatus: 'CLOSED' }, args: itemId, outcomes: '' },
  relistItem: { setup: { itemStatus: 'CLOSED' }, args: itemId, outcomes: '' },
  requestUpload: { args: () => [{ contentType: 'image/png', bytes: 100 }], outcomes: '' },
  prepareUpload: { args: () => [{ key: 'uploads/not/mine' }], outcomes: '' },
  setBookmark: { args: (scene) => [{ itemId: scene.itemId, on: true }], outcomes: '' },
  writeReport: { args: (scene) => [{ itemId: scene.itemId, category: 'FRAUD' }], outcomes: '' },
  inquire: { args: (scene) => [scene.itemId], outcomes: '' },
  // Rentals
  quoteRental: { args: (scene) => [{ itemId: scene.itemId, ...scene.period }], outcomes: '' },
  requestRental: { args: ({ roomId, period }) => [{ roomId, ...period }], outcomes: '' },
  acceptRental: { setup: { rental: 'REQUESTED' }, args: rentalId, outcomes: '' },
  rejectRental: { setup: { rental: 'REQUESTED' }, args: rentalId, outcomes: '' },
  cancelRental: { setup: { rental: 'REQUESTED' }, args: rentalId, outcomes: '' },
  handOverRental: { setup: { rental: 'ACCEPTED' }, args: rentalId, outcomes: '' },
  endRental: { setup: { rental: 'ACTIVE' }, args: rentalId, outcomes: '' },
  writeReview: {
    setup: { rental: 'ENDED' },
    args: (scene) => [{ rentalId: scene.rentalId, stars: 5, body: '좋아요' }],
    outcomes: '',
  },
  // The member's own account
  chooseRegion: { stateForm: () => ({ regionCode: '11680', next: '/' }), outcomes: '' },
  changeRegion: { stateForm: () => ({ regionCode: '11680' }), outcomes: OWN },
  changeNickname: { stateForm: () => ({ nickname: randomUUID().slice(0, 8) }), outcomes: '' },
  changeAvatar: { args: () => [{ uploadKey: null }], outcomes: '' },
  changePassword: { stateForm: () => ({ currentPassword: '' }), outcomes: '' },
  writeFeedback: { stateForm: () => ({ title: '제목', body: '내용' }), outcomes: '' },
  requestEmailVerification: { args: () => [], outcomes: '' },
  beginKakaoLink: { args: () => [], outcomes: OWN },
  unlinkKakao: { args: () => [], outcomes: '' },
  withdraw: { args: () => [], outcomes: '' },
  // Admins
  suspendMember: { stateForm: ({ inquirer }) => ({ id: inquirer.id, ...because }), outcomes: ADMINS },
  liftSuspension: { stateForm: ({ inquirer }) => ({ id: inquirer.id }), outcomes: '' },
  hideItem: { stateForm: (scene) => ({ id: scene.itemId, ...because }), outcomes: ADMINS },
  restoreItem: { stateForm: (scene) => ({ id: scene.itemId }), outcomes: '' },
  claimReport: { stateForm: ({ reportId }) => ({ id: reportId }), outcomes: ADMINS },
  upholdReport: {
    setup: { report: 'CLAIMED' },
    stateForm: ({ reportId }) => ({ id: reportId, hideItem: 'on', suspendAuthor: 'on', ...because }),
    outcomes: ADMINS,
  },
  dismissReport: {
    setup: { report: 'CLAIMED' },
    stateForm: ({ reportId }) => ({ id: reportId, ...because }),
    outcomes: ADMINS,
  },
  setFeedbackStatus: {
    stateForm: ({ feedbackId }) => ({ id: feedbackId, isDone: 'true' }),
    outcomes: ADMINS,
  },
  addCategory: { stateForm: () => ({ name: '', nameEn: '', slug: '' }), outcomes: '' },
  renameCategory: { stateForm: ({ categoryId }) => ({ id: String(categoryId), name: '' }), outcomes: '' },
  moveCategory: { stateForm: () => ({ id: '999999', by: '1' }), outcomes: '' },
  retireCategory: {
    stateForm: ({ categoryId }) => ({
      id: String(categoryId),
      isRetired: 'true',
      adminPassword: 'Wrong!2345',
    }),
    outcomes: '',
  },
};
