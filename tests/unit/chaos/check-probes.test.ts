import { checkProbes, longestAnswerMs } from '@/tests/chaos/check-probes';
import type { Fault } from '@/tests/chaos/faults';
import type { Probe } from '@/tests/chaos/probe';
import type { Window } from '@/tests/chaos/run-chaos';

function probe(overrides: Partial<Probe> = {}): Probe {
  return {
    ...{ at: 1_100, what: 'list', app: 'app1', isDirect: false, isSafe: true, outcome: 'done', said: '' },
    ...{ tookMs: 20, heldUpMs: 0 },
    ...overrides,
  };
}

function window(takes: Fault['takes'], overrides: Partial<Fault> = {}, healthyAfterMs = 100): Window {
  const fault: Fault = { kind: `fault of ${takes}`, takes, run: async () => undefined, ...overrides };
  return { fault, from: 1_000, until: 5_000, healthyAfterMs };
}

describe('answers, judged by what was away', () => {
  it.each<[string, Partial<Probe>, Window]>([
    ['503 while the database is away', { outcome: 'away' }, window('postgres')],
    [
      'silence of a process that is frozen',
      { outcome: 'none', isDirect: true },
      window('app', { of: 'app1' }),
    ],
    [
      'a POST that it had and that nobody answers',
      { outcome: 'none', isSafe: false },
      window('app', { of: 'app1' }),
    ],
    ['a page that it was sending when it died', { outcome: 'cut' }, window('app', { of: 'app1' })],
    [
      'the other one’s answer to a POST, after a knock',
      { isSafe: false, at: 2_000, tookMs: 1_200 },
      window('app', { of: 'app1' }),
    ],
    ['the other one’s answer, after nginx gave up', { tookMs: 2_200 }, window('nginx', { of: 'app1' })],
    ['nothing from outside while the way in is cut', { outcome: 'none', tookMs: 9_000 }, window('web')],
    [
      'a late answer to one who had no time himself',
      { outcome: 'away', tookMs: 3_000, heldUpMs: 900 },
      window('postgres'),
    ],
    ['slowness of a slow line', { tookMs: 4_000 }, window('postgres', { isSlow: true })],
  ])('allowed: %s', (_what, overrides, during) => {
    expect(checkProbes([probe(overrides)], [during])).toEqual([]);
  });

  it.each<[string, Partial<Probe>, Window[]]>([
    ['503 while nothing is away', { outcome: 'away' }, []],
    ['a page that ends in the middle while nothing is away', { outcome: 'cut' }, []],
    [
      'a page that ends in the middle of the other process',
      { outcome: 'cut' },
      [window('app', { of: 'app2' })],
    ],
    [
      'a page that ends in the middle long after its process had died',
      { outcome: 'cut', at: 2_000 },
      [window('app', { of: 'app1' })],
    ],
    ['503 after all was well again', { outcome: 'away', at: 5_500 }, [window('postgres')]],
    ['503 while Redis is away', { outcome: 'away' }, [window('redis')]],
    [
      '503 of the process that still has its database',
      { outcome: 'away' },
      [window('postgres', { of: 'app2' })],
    ],
    ['a failure without a clear word', { outcome: 'unclear', said: '500' }, [window('postgres')]],
    [
      'an answer after 3 s while the database is away',
      { outcome: 'away', tookMs: 3_000 },
      [window('postgres')],
    ],
    ['a GET that fails since one process is gone', { outcome: 'away' }, [window('app', { of: 'app1' })]],
    [
      'a POST that nobody answers, though the process hung before',
      { outcome: 'none', isSafe: false, at: 2_000 },
      [window('app', { of: 'app1' })],
    ],
    [
      'one that waits for a process that hung before',
      { isSafe: false, at: 2_000, tookMs: 4_000 },
      [window('app', { of: 'app1' })],
    ],
    ['silence of the other process', { outcome: 'none', isDirect: true }, [window('app', { of: 'app2' })]],
    ['a product that is whole only after 6 s', {}, [window('redis', {}, 6_000)]],
  ])('a violation: %s', (_what, overrides, during) => {
    expect(checkProbes([probe(overrides)], during)).toHaveLength(1);
  });

  it('the longest answer is that of those that are bounded', () => {
    const probes = [probe({ tookMs: 1_600 }), probe({ tookMs: 9_000, at: 90_000 })];
    expect(longestAnswerMs(probes, [window('postgres')])).toBe(1_600);
    expect(longestAnswerMs(probes, [window('web')])).toBe(0);
  });
});
