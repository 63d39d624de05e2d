/** What the frame of a page needs to know about who looks at it. */
export type HeaderViewer = {
  id: string;
  nickname: string;
  role: 'MEMBER' | 'ADMIN';
  avatarUrl: string | null;
  region: { name: string } | null;
  unreadMessages: number;
};
