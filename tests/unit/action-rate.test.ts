import type { MemberActor } from '@/lib/core/actor';
import { ACTION_RATE, refuseTooManyActions } from '@/lib/next/action-rate';

const memberOf = (id: string) => ({ kind: 'member', id }) as MemberActor;

describe('server actions of one member', () => {
  it('are refused beyond what anybody clicks, and go on a little later, while others are served', () => {
    const [fast, calm] = [memberOf('fast'), memberOf('calm')];
    const now = Date.now();
    for (let count = 0; count < ACTION_RATE.burst; count += 1) refuseTooManyActions(fast, now);
    expect(() => refuseTooManyActions(fast, now)).toThrow(
      expect.objectContaining({ code: 'RATE_LIMITED', reason: { key: 'rest.tooMany' } }),
    );
    expect(() => refuseTooManyActions(calm, now)).not.toThrow();
    const aSecondLater = now + 1_000;
    for (let count = 0; count < ACTION_RATE.perSecond; count += 1) refuseTooManyActions(fast, aSecondLater);
    expect(() => refuseTooManyActions(fast, aSecondLater)).toThrow();
  });

  it('of visitors have limits of their own', () => {
    const visitor = { kind: 'visitor' } as const;
    for (let count = 0; count <= ACTION_RATE.burst; count += 1) refuseTooManyActions(visitor, 0);
  });
});
