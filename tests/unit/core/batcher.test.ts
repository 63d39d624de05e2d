import { setTimeout as sleep } from 'node:timers/promises';
import { createBatcher } from '@/lib/core/batcher';

describe('a batcher', () => {
  function recording(most = 10) {
    const runs: number[][] = [];
    const ask = createBatcher(async (inputs: readonly number[]) => {
      runs.push([...inputs]);
      await sleep(5);
      if (inputs.includes(13)) throw new Error('thirteen');
      return inputs.map((input) => input * 2);
    }, most);
    return { runs, ask };
  }

  it('gives each caller its own answer, whatever ran together', async () => {
    const { runs, ask } = recording();
    expect(await Promise.all([1, 2, 3].map(ask))).toEqual([2, 4, 6]);
    expect(runs).toEqual([[1, 2, 3]]);
  });

  it('keeps what comes during a run for the next, in order', async () => {
    const { runs, ask } = recording();
    const first = ask(1);
    await sleep(2);
    const later = Promise.all([2, 3].map(ask));
    await Promise.all([first, later]);
    expect(runs).toEqual([[1], [2, 3]]);
  });

  it('runs no more than it may at once', async () => {
    const { runs, ask } = recording(2);
    await Promise.all([1, 2, 3, 4, 5].map(ask));
    expect(runs).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('refuses at once what comes when too many wait, and serves the others', async () => {
    const ask = createBatcher(async (inputs: readonly number[]) => inputs, 1, 2);
    const answers = await Promise.allSettled([1, 2, 3].map(ask));
    expect(
      answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : answer.reason.code)),
    ).toEqual([1, 2, 'UNAVAILABLE']);
  });

  it('hands an error to those of that run alone, and goes on', async () => {
    const { ask } = recording(2);
    const answers = await Promise.allSettled([1, 13, 3, 4].map(ask));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await ask(5)).toBe(10);
  });

  it('refuses a run that answers not all', async () => {
    const ask = createBatcher(async () => [], 5);
    await expect(ask(1)).rejects.toThrow('1 inputs have 0 answers.');
  });
});
