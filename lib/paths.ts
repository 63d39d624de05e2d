export type MyPageTab = 'ongoing' | 'closed' | 'bookmarks' | 'items';

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
  login: (returnTo?: string) => withNext('/login', returnTo),
  signUp: (returnTo?: string) => withNext('/signup', returnTo),
  region: (returnTo?: string) => withNext('/region', returnTo),
};

function withNext(path: string, returnTo?: string): string {
  return returnTo && returnTo !== '/' ? `${path}?next=${encodeURIComponent(returnTo)}` : path;
}
