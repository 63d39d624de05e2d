import type { MemberActions } from '@/components/member/member-actions';
import { listAlerts, readAlerts } from './_actions/alerts';
import { setBlock } from './_actions/blocks';
import { listRooms } from './_actions/chat';
import {
  acceptRental,
  cancelRental,
  endRental,
  handOverRental,
  quoteRental,
  rejectRental,
  relistItem,
  requestRental,
} from './_actions/rentals';
import { writeReport } from './_actions/reports';
import { writeReview } from './_actions/reviews';

/** What a signed-in member can do on every page. */
export const memberActions: MemberActions = {
  listRooms,
  listAlerts,
  readAlerts,
  quoteRental,
  requestRental,
  acceptRental,
  rejectRental,
  cancelRental,
  handOverRental,
  endRental,
  relistItem,
  writeReview,
  writeReport,
  setBlock,
};
