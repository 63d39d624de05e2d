import { inEncodeQueue, MOST_WAITING } from '@/lib/features/images/server/encode-queue';

describe('the queue of pictures', () => {
  it('takes 40 that wait, refuses the next at once, and does all that it took', async () => {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await opened;
      running -= 1;
      return 'done';
    };
    const outcomes = Array.from({ length: 100 }, () => inEncodeQueue(work).catch((error) => error.code));
    await new Promise((resolve) => setImmediate(resolve));
    const slots = most;
    expect([1, 2]).toContain(slots);
    open();
    const counts = new Map<string, number>();
    for (const outcome of await Promise.all(outcomes)) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    expect(most).toBe(slots);
    expect(Object.fromEntries(counts)).toEqual({
      done: slots + MOST_WAITING,
      UNAVAILABLE: 100 - slots - MOST_WAITING,
    });
    await expect(inEncodeQueue(async () => 'next')).resolves.toBe('next');
  });
});
