import { randomUUID } from 'node:crypto';
import { type AccessScene, ADMIN_PASSWORD, type Setup } from '@/tests/support/access-scene';

export interface ActionRow {
  setup?: Setup;
  args?: (scene: AccessScene) => unknown[];
  /** fields of a form whose action keeps a state */
  stateForm?: (scene: AccessScene) => Record<string, string>;
  /** fields of a form */
  form?: (scene: AccessScene) => Record<string, string>;
  /**
   * U: UNAUTHENTICATED, F: FORBIDDEN, N: NOT_FOUND, I: INVALID, C: CONFLICT, `to:` a redirect; in the order of PERSONS: visitor homeless stranger inquirer author lender renter admin suspended
   * withdrawn
   */
  outcomes: string;
}

const OWN = 'U ok ok ok ok ok ok ok U U';
const ANYBODY = 'ok ok ok ok ok ok ok ok ok ok';
/** For everybody else there is no such thing. */
const ADMINS = 'N N N N N N N ok N N';

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
  signUp: { stateForm: () => ({ email: 'x' }), outcomes: 'I I I I I I I I I I' },
  signIn: { stateForm: () => ({ email: '', password: '' }), outcomes: 'I I I I I I I I I I' },
  requestPasswordReset: { stateForm: () => ({ email: 'x' }), outcomes: 'I I I I I I I I I I' },
  resetPassword: { stateForm: () => ({ token: 'x' }), outcomes: 'I I I I I I I I I I' },
  verifyEmail: { stateForm: () => ({ token: 'x' }), outcomes: 'I I I I I I I I I I' },
  logOut: { args: () => [], outcomes: 'to:/ to:/ to:/ to:/ to:/ to:/ to:/ to:/ to:/ to:/' },
  setLocale: { form: () => ({ locale: 'ko' }), outcomes: ANYBODY },
  // Reading
  loadItems: { args: () => [{}], outcomes: ANYBODY },
  loadProvinces: { args: () => [], outcomes: ANYBODY },
  loadBookmarks: { args: () => [{}], outcomes: OWN },
  listRooms: { args: () => [{}], outcomes: OWN },
  listAlerts: { args: () => [{}], outcomes: OWN },
  readAlerts: { args: ({ alertId }) => [{ id: alertId }], outcomes: 'U N N N ok N ok N U U' },
  // Items
  postItem: { args: (scene) => [item(scene)], outcomes: 'U F ok ok ok ok ok ok U U' },
  editItem: { args: (scene) => [scene.itemId, item(scene)], outcomes: 'U F F F ok F ok F U U' },
  removeItem: { args: itemId, outcomes: 'U F F F to:/mypage F to:/mypage F U U' },
  putBack: { setup: { itemStatus: 'CLOSED' }, args: itemId, outcomes: 'U F F F ok F ok F U U' },
  relistItem: { setup: { itemStatus: 'CLOSED' }, args: itemId, outcomes: 'U F F F ok F ok F U U' },
  requestUpload: {
    args: () => [{ contentType: 'image/png', bytes: 100 }],
    outcomes: 'U F ok ok ok ok ok ok U U',
  },
  prepareUpload: { args: () => [{ key: 'uploads/not/mine' }], outcomes: 'U F I I I I I I U U' },
  setBookmark: { args: (scene) => [{ itemId: scene.itemId, on: true }], outcomes: 'U F ok ok F ok F ok U U' },
  writeReport: {
    args: (scene) => [{ itemId: scene.itemId, category: 'FRAUD' }],
    outcomes: 'U F ok ok F ok F ok U U',
  },
  inquire: {
    args: (scene) => [scene.itemId],
    outcomes: 'to:/login to:/region to:/chats/… to:/chats/… I to:/chats/… I to:/chats/… to:/login to:/login',
  },
  // Rentals
  quoteRental: {
    args: (scene) => [{ itemId: scene.itemId, ...scene.period }],
    outcomes: 'ok ok ok ok ok ok ok ok ok ok',
  },
  requestRental: { args: ({ roomId, period }) => [{ roomId, ...period }], outcomes: 'U F N ok F ok F N U U' },
  acceptRental: { setup: { rental: 'REQUESTED' }, args: rentalId, outcomes: 'U F N F ok F ok N U U' },
  rejectRental: { setup: { rental: 'REQUESTED' }, args: rentalId, outcomes: 'U F N F ok F ok N U U' },
  cancelRental: { setup: { rental: 'REQUESTED' }, args: rentalId, outcomes: 'U F N ok F ok F N U U' },
  handOverRental: { setup: { rental: 'ACCEPTED' }, args: rentalId, outcomes: 'U F N F ok ok F N U U' },
  endRental: { setup: { rental: 'ACTIVE' }, args: rentalId, outcomes: 'U F N F ok ok F N U U' },
  writeReview: {
    setup: { rental: 'ENDED' },
    args: (scene) => [{ rentalId: scene.rentalId, stars: 5, body: '좋아요' }],
    outcomes: 'U F N ok ok ok ok N U U',
  },
  setBlock: {
    args: ({ author }) => [{ memberId: author.id, on: true }],
    outcomes: 'U ok ok ok F ok F ok U U',
  },
  loadBlocks: { args: () => [{}], outcomes: OWN },
  // The member's own account
  chooseRegion: {
    stateForm: () => ({ regionCode: '11680', next: '/' }),
    outcomes: 'to:/login to:/ to:/ to:/ to:/ to:/ to:/ to:/ to:/login to:/login',
  },
  changeRegion: { stateForm: () => ({ regionCode: '11680' }), outcomes: OWN },
  changeNickname: {
    stateForm: () => ({ nickname: randomUUID().slice(0, 8) }),
    outcomes: 'U F ok ok ok ok ok ok U U',
  },
  changeAvatar: { args: () => [{ uploadKey: null }], outcomes: 'U F ok ok ok ok ok ok U U' },
  changePassword: { stateForm: () => ({ currentPassword: '' }), outcomes: 'U I I I I I I I U U' },
  writeFeedback: {
    stateForm: () => ({ title: '제목', body: '내용' }),
    outcomes: 'U F ok ok ok ok ok ok U U',
  },
  requestEmailVerification: { args: () => [], outcomes: 'U ok ok ok ok ok ok ok U U' },
  beginKakaoLink: {
    stateForm: () => ({ currentPassword: ADMIN_PASSWORD }),
    outcomes: 'U I I I I I I ok U U',
  },
  unlinkKakao: {
    stateForm: () => ({ currentPassword: ADMIN_PASSWORD }),
    outcomes: 'U I I I I I I ok U U',
  },
  logOutDevice: {
    stateForm: () => ({ sessionId: randomUUID(), currentPassword: '' }),
    outcomes: 'U N N N N N N N U U',
  },
  logOutEverywhere: {
    args: () => [],
    outcomes: 'U to:/login to:/login to:/login to:/login to:/login to:/login to:/login U U',
  },
  withdraw: { args: () => [], outcomes: 'U to:/ to:/ to:/ to:/ to:/ to:/ to:/ U U' },
  offerTwoStep: { stateForm: () => ({ currentPassword: '' }), outcomes: 'U I I I I I I I U U' },
  switchOnTwoStep: { stateForm: () => ({ otp: '' }), outcomes: 'U I I I I I I I U U' },
  switchOffTwoStep: { stateForm: () => ({ currentPassword: '', otp: '' }), outcomes: 'U I I I I I I I U U' },
  makeRecoveryCodes: { stateForm: () => ({ otp: '' }), outcomes: 'U I I I I I I I U U' },
  // Admins
  removeTwoStep: {
    stateForm: ({ inquirer }) => ({ id: inquirer.id, adminPassword: ADMIN_PASSWORD }),
    outcomes: 'N N N N N N N I N N',
  },
  suspendMember: { stateForm: ({ inquirer }) => ({ id: inquirer.id, ...because }), outcomes: ADMINS },
  liftSuspension: { stateForm: ({ inquirer }) => ({ id: inquirer.id }), outcomes: 'N N N N N N N I N N' },
  hideItem: { stateForm: (scene) => ({ id: scene.itemId, ...because }), outcomes: ADMINS },
  restoreItem: { stateForm: (scene) => ({ id: scene.itemId }), outcomes: 'N N N N N N N I N N' },
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
  addCategory: { stateForm: () => ({ name: '', nameEn: '', slug: '' }), outcomes: 'N N N N N N N I N N' },
  renameCategory: {
    stateForm: ({ categoryId }) => ({ id: String(categoryId), name: '' }),
    outcomes: 'N N N N N N N I N N',
  },
  moveCategory: { stateForm: () => ({ id: '0', by: '1' }), outcomes: 'N N N N N N N I N N' },
  retireCategory: {
    stateForm: ({ categoryId }) => ({
      id: String(categoryId),
      isRetired: 'true',
      adminPassword: 'Wrong!2345',
    }),
    outcomes: 'N N N N N N N I N N',
  },
};
