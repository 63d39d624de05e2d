import { availableParallelism } from 'node:os';
import { defaultWorkerCount, poolSizeOf } from '@/lib/runtime/workers/worker-count';

describe('workers of one port', () => {
  it('are one at least, and no more than there are cores', () => {
    expect(defaultWorkerCount()).toBeGreaterThanOrEqual(1);
    expect(defaultWorkerCount()).toBeLessThanOrEqual(availableParallelism());
  });

  it.each([
    [1, 10],
    [6, 10],
    [16, 3],
    [128, 2],
  ])('%i of them have %i connections each', (workers, connections) => {
    expect(poolSizeOf(workers)).toBe(connections);
  });
});
