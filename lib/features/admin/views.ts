export interface DayCount {
  /** YYYY-MM-DD in Seoul */
  day: string;
  members: number;
  items: number;
  messages: number;
  rentals: number;
  reports: number;
}

export interface OverviewView {
  /** the last 30 days, oldest first */
  days: DayCount[];
  totals: Omit<DayCount, 'day'>;
  openReports: number;
  openFeedback: number;
}

export interface AdminMemberView {
  id: string;
  nickname: string | null;
  email: string | null;
  role: 'MEMBER' | 'ADMIN';
  status: 'ACTIVE' | 'SUSPENDED' | 'WITHDRAWN';
  suspendedReason: string | null;
  regionName: string | null;
  hasTwoStep: boolean;
  items: number;
  openRentals: number;
  reportsAgainst: number;
  createdAt: string;
}

export interface AdminItemView {
  id: string;
  title: string;
  authorId: string;
  author: string | null;
  status: string;
  isHidden: boolean;
  isDeleted: boolean;
  openReports: number;
  createdAt: string;
}

export interface AdminReportView {
  id: string;
  category: string;
  text: string;
  status: 'OPEN' | 'CLAIMED' | 'UPHELD' | 'DISMISSED';
  resolution: string | null;
  createdAt: string;
  reporter: string | null;
  claimedById: string | null;
  claimedBy: string | null;
  item: { id: string; title: string; body: string; isHidden: boolean; isDeleted: boolean };
  author: { id: string; nickname: string | null; status: string; upheldBefore: number; suspensions: number };
  /** a few messages around the one that was reported; null when the report is about the item */
  excerpt:
    | { id: string; sender: string | null; body: string; createdAt: string; isReported: boolean }[]
    | null;
}

export interface AdminFeedbackView {
  id: string;
  title: string;
  body: string;
  isDone: boolean;
  author: string | null;
  createdAt: string;
}

export interface AdminCategoryView {
  id: number;
  slug: string;
  name: string;
  nameEn: string;
  icon: string;
  items: number;
  isRetired: boolean;
}

export interface AuditView {
  id: string;
  admin: string | null;
  action: string;
  targetType: string;
  targetId: string;
  detail: unknown;
  createdAt: string;
}
