'use server';

import { refresh } from 'next/cache';
import type { ServiceContext } from '@/lib/core/context';
import type { ItemIdInput } from '@/lib/features/items/schemas';
import { relistItem as relistItemVerb } from '@/lib/features/items/server/relist-item';
import type { MoveRentalInput, QuoteRentalInput, RequestRentalInput } from '@/lib/features/rentals/schemas';
import { acceptRental as acceptVerb } from '@/lib/features/rentals/server/accept-rental';
import { cancelRental as cancelVerb } from '@/lib/features/rentals/server/cancel-rental';
import { endRental as endVerb } from '@/lib/features/rentals/server/end-rental';
import { handOverRental as handOverVerb } from '@/lib/features/rentals/server/hand-over-rental';
import { quoteRental as quoteVerb } from '@/lib/features/rentals/server/quote';
import { rejectRental as rejectVerb } from '@/lib/features/rentals/server/reject-rental';
import { requestRental as requestVerb } from '@/lib/features/rentals/server/request-rental';
import type { QuoteView, RentalView } from '@/lib/features/rentals/views';
import { runAction } from '@/lib/next/action';
import type { ActionResult } from '@/lib/next/action-result';
import { asOnce, type Submission } from '@/lib/next/once';

export async function quoteRental(input: QuoteRentalInput): Promise<ActionResult<QuoteView>> {
  return runAction(quoteVerb, input);
}

export async function requestRental(
  input: RequestRentalInput & Submission,
): Promise<ActionResult<RentalView>> {
  return runAndRefresh(asOnce('requestRental', requestVerb), input);
}

export async function acceptRental(input: MoveRentalInput & Submission): Promise<ActionResult<RentalView>> {
  return runAndRefresh(asOnce('acceptRental', acceptVerb), input);
}

export async function rejectRental(input: MoveRentalInput & Submission): Promise<ActionResult<RentalView>> {
  return runAndRefresh(asOnce('rejectRental', rejectVerb), input);
}

export async function cancelRental(input: MoveRentalInput & Submission): Promise<ActionResult<RentalView>> {
  return runAndRefresh(asOnce('cancelRental', cancelVerb), input);
}

export async function handOverRental(input: MoveRentalInput & Submission): Promise<ActionResult<RentalView>> {
  return runAndRefresh(asOnce('handOverRental', handOverVerb), input);
}

export async function endRental(input: MoveRentalInput & Submission): Promise<ActionResult<RentalView>> {
  return runAndRefresh(asOnce('endRental', endVerb), input);
}

export async function relistItem(input: ItemIdInput & Submission): Promise<ActionResult<unknown>> {
  return runAndRefresh(asOnce('relistItem', relistItemVerb), input);
}

/** The page shows what holds now, whether the move was made or refused because the rental had already moved. */
async function runAndRefresh<I, T>(
  verb: (ctx: ServiceContext, input: I) => Promise<T>,
  input: I,
): Promise<ActionResult<T>> {
  const result = await runAction(verb, input);
  if (result.ok || result.error.code === 'CONFLICT') refresh();
  return result;
}
