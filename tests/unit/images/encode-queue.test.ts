import { inEncodeQueue, MOST_WAITING } from '@/lib/features/images/server/encode-queue';

describe('pictures that wait to be encoded', () => {
  it(`are ${MOST_WAITING} at most: the next is refused at once, and none of the others is lost`, async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let running = 0;
    let most = 0;
    const encode = async () => {
      running += 1;
      most = Math.max(most, running);
      await held;
      running -= 1;
      return 'encoded';
    };
    const taken: Promise<string>[] = [];
    let refusal: unknown;
    while (!refusal && taken.length < 2 * MOST_WAITING) {
      const next = inEncodeQueue(encode);
      next.catch((error: unknown) => {
        refusal = error;
      });
      taken.push(next);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(refusal).toMatchObject({ code: 'UNAVAILABLE', reason: { key: 'busy' } });
    const slots = running;
    expect(taken.length - 1).toBe(slots + MOST_WAITING);
    letGo();
    const outcomes = await Promise.allSettled(taken);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(slots + MOST_WAITING);
    expect(most).toBeLessThanOrEqual(2);
    await expect(inEncodeQueue(encode)).resolves.toBe('encoded');
  });

  it('one that fails makes room for the next', async () => {
    const broken = Array.from({ length: 5 }, () => inEncodeQueue(() => Promise.reject(new Error('broken'))));
    const outcomes = await Promise.allSettled(broken);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(inEncodeQueue(async () => 'next')).resolves.toBe('next');
  });
});
