import type { ServiceContext } from '@/lib/core/context';
import { invalidField } from '@/lib/core/errors';
import { type MoveRentalInput, moveRentalSchema, requestRentalSchema } from '@/lib/features/rentals/schemas';
import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { cancelRental } from '@/lib/features/rentals/server/cancel-rental';
import { endRental } from '@/lib/features/rentals/server/end-rental';
import { getRental } from '@/lib/features/rentals/server/get-rental';
import { handOverRental } from '@/lib/features/rentals/server/hand-over-rental';
import { listRentals } from '@/lib/features/rentals/server/list-rentals';
import { rejectRental } from '@/lib/features/rentals/server/reject-rental';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import type { RentalView } from '@/lib/features/rentals/views';
import { writeReviewSchema } from '@/lib/features/reviews/schemas';
import { writeReview } from '@/lib/features/reviews/server/write-review';
import { type Operation, operation } from '@/lib/rest/operation';
import { rentalsQuery } from '@/lib/rest/query';
import { pageOf, rentalSchema, reviewSchema } from '@/lib/rest/schemas';

const tag = 'rentals';
const idOf = ({ rentalId = '' }: Record<string, string>) => rentalId;

export const rentalRoutes: Operation[] = [
  operation({
    id: 'listRentals',
    method: 'get',
    path: '/rentals',
    tag,
    access: 'member',
    summary: 'One’s own rentals, the last changed first',
    query: rentalsQuery,
    status: 200,
    response: pageOf(rentalSchema),
    refuses: ['INVALID'],
    run: (ctx, { query: { state = 'ongoing', ...query } }) => {
      if (state !== 'ongoing' && state !== 'closed') throw invalidField('state', 'rest.state');
      return listRentals(ctx, { ...query, state } as Parameters<typeof listRentals>[1]);
    },
  }),
  operation({
    id: 'requestRental',
    method: 'post',
    path: '/rentals',
    tag,
    access: 'member',
    summary: 'Ask for an item in a period, from one’s room about it',
    description: 'The price is computed by the server and kept with the rental.',
    body: requestRentalSchema,
    status: 201,
    response: rentalSchema,
    refuses: ['INVALID', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'],
    run: (ctx, { body }) => requestRental(ctx, body),
  }),
  operation({
    id: 'getRental',
    method: 'get',
    path: '/rentals/{rentalId}',
    tag,
    access: 'member',
    summary: 'A rental of one’s own',
    status: 200,
    response: rentalSchema,
    refuses: ['NOT_FOUND'],
    run: (ctx, { path }) => getRental(ctx, { rentalId: idOf(path) }),
  }),
  move('accept', 'Accept a request: by the author', acceptRental),
  move('reject', 'Reject a request: by the author', rejectRental),
  move('cancel', 'Take a request back: by the inquirer; call a booking off: by either', cancelRental),
  move('hand-over', 'The thing has changed hands: by the lender', handOverRental),
  move('end', 'The thing is back: by the lender', endRental),
  operation({
    id: 'writeReview',
    method: 'post',
    path: '/rentals/{rentalId}/reviews',
    tag: 'reviews',
    access: 'member',
    summary: 'Review the other side of an ended rental; once',
    body: writeReviewSchema.omit({ rentalId: true }),
    status: 201,
    response: reviewSchema,
    refuses: ['INVALID', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'],
    run: (ctx, { path, body }) => writeReview(ctx, { ...body, rentalId: idOf(path) }),
  }),
];

function move(
  name: string,
  summary: string,
  verb: (ctx: ServiceContext, input: MoveRentalInput) => Promise<RentalView>,
): Operation {
  const words = name.split('-').map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);
  const [first = '', ...rest] = words;
  return operation({
    id: `${first.toLowerCase()}${rest.join('')}Rental`,
    method: 'post',
    path: `/rentals/{rentalId}/${name}`,
    tag,
    access: 'member',
    summary,
    body: moveRentalSchema.omit({ rentalId: true }).optional(),
    status: 200,
    response: rentalSchema,
    refuses: ['INVALID', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'],
    run: (ctx, { path, body }) => verb(ctx, { ...body, rentalId: idOf(path) }),
  });
}
