import type { Page } from '@/lib/core/page';
import type { SetBlockInput } from '@/lib/features/blocks/schemas';
import type { ListRoomsInput } from '@/lib/features/chat/schemas';
import type { RoomSummary } from '@/lib/features/chat/views';
import type { MoveRentalInput, QuoteRentalInput, RequestRentalInput } from '@/lib/features/rentals/schemas';
import type { QuoteView, RentalView } from '@/lib/features/rentals/views';
import type { WriteReportInput } from '@/lib/features/reports/schemas';
import type { WriteReviewInput } from '@/lib/features/reviews/schemas';
import type { ReviewView } from '@/lib/features/reviews/views';
import type { ActionResult } from '@/lib/next/action-result';
import type { Submission } from '@/lib/next/once';
import type { AlertsActions } from '@/lib/realtime/client/alerts-feed';

type Action<I, T> = (input: I) => Promise<ActionResult<T>>;

/** What members do from parts that stand on many pages: server actions, handed down from the root layout. */
export interface MemberActions extends AlertsActions {
  listRooms: Action<ListRoomsInput, Page<RoomSummary>>;
  quoteRental: Action<QuoteRentalInput, QuoteView>;
  requestRental: Action<RequestRentalInput & Submission, RentalView>;
  acceptRental: Action<MoveRentalInput & Submission, RentalView>;
  rejectRental: Action<MoveRentalInput & Submission, RentalView>;
  cancelRental: Action<MoveRentalInput & Submission, RentalView>;
  handOverRental: Action<MoveRentalInput & Submission, RentalView>;
  endRental: Action<MoveRentalInput & Submission, RentalView>;
  relistItem: Action<{ itemId: string } & Submission, unknown>;
  writeReview: Action<WriteReviewInput & Submission, ReviewView>;
  writeReport: Action<WriteReportInput & Submission, { reportId: string }>;
  setBlock: Action<SetBlockInput, { blocked: boolean }>;
}
