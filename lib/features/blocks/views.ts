import type { MemberSummary } from '@/lib/features/users/views';

/** Somebody whom the viewer has blocked. */
export interface BlockView {
  member: Pick<MemberSummary, 'id' | 'nickname' | 'avatarUrl'>;
  /** ISO 8601, UTC */
  createdAt: string;
}
