import type { ScoreBand } from './score';

/** A member as others see them. */
export interface MemberSummary {
  id: string;
  /** null: 탈퇴유저 */
  nickname: string | null;
  avatarUrl: string | null;
  region: { code: string; name: string; nameEn: string } | null;
  /** 0 to 100; null before the first review */
  score: number | null;
  band: ScoreBand;
  reviewCount: number;
}

/** The signed-in member, as every page's header needs them. */
export interface Viewer {
  id: string;
  nickname: string;
  avatarUrl: string | null;
  role: 'MEMBER' | 'ADMIN';
  region: { code: string; name: string; nameEn: string; provinceCode: string } | null;
  unreadAlerts: number;
  unreadMessages: number;
}
