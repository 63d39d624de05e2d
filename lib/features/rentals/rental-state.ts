export const RENTAL_STATUSES = [
  'REQUESTED',
  'ACCEPTED',
  'REJECTED',
  'CANCELLED',
  'EXPIRED',
  'ACTIVE',
  'ENDED',
] as const;
export type RentalStatus = (typeof RENTAL_STATUSES)[number];

/** What people can do with a rental; `handOver` is 물건 건네기 before or at its start, by the lender. */
export type RentalMove = 'accept' | 'reject' | 'cancel' | 'handOver' | 'end';
/** What the clock does. */
export type ClockMove = 'expire' | 'start';
export type Party = { isAuthor: boolean; isLender: boolean };

interface Rule {
  from: RentalStatus;
  to: RentalStatus;
  by: (party: Party) => boolean;
}

/** PRODUCT.md 5, one row a move. */
const RULES: Record<RentalMove, Rule[]> = {
  accept: [{ from: 'REQUESTED', to: 'ACCEPTED', by: (party) => party.isAuthor }],
  reject: [{ from: 'REQUESTED', to: 'REJECTED', by: (party) => party.isAuthor }],
  cancel: [
    { from: 'REQUESTED', to: 'CANCELLED', by: (party) => !party.isAuthor },
    { from: 'ACCEPTED', to: 'CANCELLED', by: () => true },
  ],
  handOver: [{ from: 'ACCEPTED', to: 'ACTIVE', by: (party) => party.isLender }],
  end: [{ from: 'ACTIVE', to: 'ENDED', by: (party) => party.isLender }],
};

const CLOCK_RULES: Record<ClockMove, { from: RentalStatus; to: RentalStatus }> = {
  expire: { from: 'REQUESTED', to: 'EXPIRED' },
  start: { from: 'ACCEPTED', to: 'ACTIVE' },
};

/** @returns the state that follows, or null when this person may not do that now */
export function nextStatus(status: RentalStatus, move: RentalMove, party: Party): RentalStatus | null {
  return RULES[move].find((rule) => rule.from === status && rule.by(party))?.to ?? null;
}

export function nextStatusByClock(status: RentalStatus, move: ClockMove): RentalStatus | null {
  return CLOCK_RULES[move].from === status ? CLOCK_RULES[move].to : null;
}

/** Moves that a screen offers to this person. */
export function movesOf(status: RentalStatus, party: Party): RentalMove[] {
  return (Object.keys(RULES) as RentalMove[]).filter((move) => nextStatus(status, move, party) !== null);
}

/** Not decided for good: it is listed under 대여중인 내역. */
export function isOngoing(status: RentalStatus): boolean {
  return status === 'REQUESTED' || status === 'ACCEPTED' || status === 'ACTIVE';
}
