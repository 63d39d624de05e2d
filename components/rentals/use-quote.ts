'use client';

import { useEffect, useRef, useState } from 'react';
import type { QuoteRentalInput } from '@/lib/features/rentals/schemas';
import type { QuoteView } from '@/lib/features/rentals/views';
import type { ActionResult } from '@/lib/next/action-result';

const TYPING_MS = 300;

type Quoting = { answer: ActionResult<QuoteView> | null; isLoading: boolean };

/** The server's quote for the period in a form, asked anew a moment after each change. */
export function useQuote(
  { itemId, startsAt, endsAt }: QuoteRentalInput,
  quoteRental: (input: QuoteRentalInput) => Promise<ActionResult<QuoteView>>,
): Quoting {
  const [state, setState] = useState<Quoting>({ answer: null, isLoading: true });
  const latest = useRef(0);

  useEffect(() => {
    latest.current += 1;
    const mine = latest.current;
    setState(({ answer }) => ({ answer, isLoading: true }));
    const timer = setTimeout(async () => {
      const answer = await quoteRental({ itemId, startsAt, endsAt }).catch(() => null);
      if (mine === latest.current) setState({ answer, isLoading: false });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [itemId, startsAt, endsAt, quoteRental]);

  return state;
}
