export type MyPageTab = 'ongoing' | 'closed' | 'bookmarks' | 'items' | 'profile' | 'feedback';
export type AdminSection = 'members' | 'items' | 'reports' | 'feedback' | 'categories' | 'audit';

/** What the sign-in page has to say to somebody who was sent there. */
export const LOGIN_NOTICES = [
  'password-reset',
  'password-reset-kakao',
  'kakao-email',
  'kakao-suspended',
  'kakao-failed',
] as const;
export type LoginNotice = (typeof LOGIN_NOTICES)[number];

/** What the profile has to say to somebody who comes back from Kakao. */
export const KAKAO_OUTCOMES = ['linked', 'taken', 'linked-before', 'failed'] as const;
export type KakaoOutcome = (typeof KAKAO_OUTCOMES)[number];

/** Addresses of the screens (PRODUCT.md 3), so that a wrong one does not compile. */
export const paths = {
  home: '/',
  search: '/search',
  newItem: '/items/new',
  item: (itemId: string) => `/items/${itemId}`,
  editItem: (itemId: string) => `/items/${itemId}/edit`,
  user: (userId: string) => `/users/${userId}`,
  chats: '/chats',
  room: (roomId: string) => `/chats/${roomId}`,
  myPage: (tab: MyPageTab = 'ongoing') => (tab === 'ongoing' ? '/mypage' : `/mypage?tab=${tab}`),
  login: (returnTo?: string, notice?: LoginNotice) => {
    const path = withNext('/login', returnTo);
    return notice ? `${path}${path.includes('?') ? '&' : '?'}notice=${notice}` : path;
  },
  signUp: (returnTo?: string) => withNext('/signup', returnTo),
  region: (returnTo?: string) => withNext('/region', returnTo),
  /** the same for somebody who has just signed in: members with a district go straight on */
  regionIfMissing: (returnTo: string) => `/region?step=sign-in&next=${encodeURIComponent(returnTo)}`,
  profileAfterKakao: (outcome: KakaoOutcome) => `/mypage?tab=profile&kakao=${outcome}#kakao`,
  forgotPassword: '/forgot-password',
  resetPassword: (token: string) => `/reset-password?token=${encodeURIComponent(token)}`,
  verifyEmail: (token: string) => `/verify-email?token=${encodeURIComponent(token)}`,
  apiDocs: '/api/docs',
  admin: (section?: AdminSection) => (section ? `/admin/${section}` : '/admin'),
};

function withNext(path: string, returnTo?: string): string {
  return returnTo && returnTo !== '/' ? `${path}?next=${encodeURIComponent(returnTo)}` : path;
}
