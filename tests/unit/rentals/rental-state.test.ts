import { effectiveStatus } from '@/lib/features/rentals/effective-status';
import {
  isOngoing,
  movesOf,
  nextStatus,
  nextStatusByClock,
  RENTAL_STATUSES,
  type RentalMove,
  type RentalStatus,
} from '@/lib/features/rentals/rental-state';

/** The four sides that a person can be on. */
const SIDES = {
  'author who lends': { isAuthor: true, isLender: true },
  'author who rents': { isAuthor: true, isLender: false },
  'inquirer who lends': { isAuthor: false, isLender: true },
  'inquirer who rents': { isAuthor: false, isLender: false },
} as const;
type Side = keyof typeof SIDES;

const AUTHORS: Side[] = ['author who lends', 'author who rents'];
const INQUIRERS: Side[] = ['inquirer who lends', 'inquirer who rents'];
const LENDERS: Side[] = ['author who lends', 'inquirer who lends'];

/** PRODUCT.md 5: all that is allowed, and so nothing else. */
const ALLOWED: [RentalStatus, RentalMove, RentalStatus, Side[]][] = [
  ['REQUESTED', 'accept', 'ACCEPTED', AUTHORS],
  ['REQUESTED', 'reject', 'REJECTED', AUTHORS],
  ['REQUESTED', 'cancel', 'CANCELLED', INQUIRERS],
  ['ACCEPTED', 'cancel', 'CANCELLED', [...AUTHORS, ...INQUIRERS]],
  ['ACCEPTED', 'handOver', 'ACTIVE', LENDERS],
  ['ACTIVE', 'end', 'ENDED', LENDERS],
];
const MOVES: RentalMove[] = ['accept', 'reject', 'cancel', 'handOver', 'end'];

const CASES = RENTAL_STATUSES.flatMap((status) =>
  MOVES.flatMap((move) =>
    (Object.keys(SIDES) as Side[]).map((side) => {
      const rule = ALLOWED.find(
        ([from, name, , sides]) => from === status && name === move && sides.includes(side),
      );
      return [status, move, side, rule?.[2] ?? null] as const;
    }),
  ),
);

describe('the table of moves', () => {
  it.each(CASES)('%s, %s by the %s gives %s', (status, move, side, expected) => {
    expect(nextStatus(status, move, SIDES[side])).toBe(expected);
    expect(movesOf(status, SIDES[side]).includes(move)).toBe(expected !== null);
  });

  it.each(RENTAL_STATUSES)('the clock moves %s only where it may', (status) => {
    expect(nextStatusByClock(status, 'expire')).toBe(status === 'REQUESTED' ? 'EXPIRED' : null);
    expect(nextStatusByClock(status, 'start')).toBe(status === 'ACCEPTED' ? 'ACTIVE' : null);
    expect(isOngoing(status)).toBe(['REQUESTED', 'ACCEPTED', 'ACTIVE'].includes(status));
  });
});

describe('the state at this moment', () => {
  const now = new Date('2026-11-23T03:00:00.000Z');
  const [before, after] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)];

  it.each([
    ['REQUESTED', after, after, false, 'REQUESTED'],
    ['REQUESTED', after, now, false, 'EXPIRED'],
    ['ACCEPTED', after, after, false, 'ACCEPTED'],
    ['ACCEPTED', now, before, false, 'ACTIVE'],
    ['ACCEPTED', before, before, true, 'ACCEPTED'],
    ['ACTIVE', before, before, true, 'ACTIVE'],
    ['REJECTED', before, before, false, 'REJECTED'],
  ] as const)(
    '%s (starts %p, expires %p, another is out: %p) is %s',
    (status, startsAt, expiresAt, isOut, expected) => {
      expect(effectiveStatus({ status, startsAt, expiresAt }, isOut, now)).toBe(expected);
    },
  );
});
