import { mendRouterState } from '@/lib/runtime/mend-router-state';

const afterMending = (said: string) => {
  const headers = { 'next-router-state-tree': said };
  mendRouterState(headers);
  return headers['next-router-state-tree'];
};
const written = (state: unknown) => encodeURIComponent(JSON.stringify(state));
const ITEM = [
  '',
  { children: ['(public)', { children: ['items', { children: [['id', 'x', 'd', null], {}] }] }] },
];

describe('what a browser says that it shows', () => {
  it.each<[unknown]>([
    [ITEM],
    [['', { children: ['__PAGE__', {}, null, 'refetch'] }, null, null, 16]],
    [['', {}, ['/a', '/b'], 'metadata-only', 1, 'x']],
  ])('stays as it is: %j', (state) => {
    expect(afterMending(written(state))).toBe(written(state));
  });

  it.each<[string, string]>([
    ['no JSON', 'x'],
    ['a broken escape', '%ff%'],
    ['no tree', written({})],
    ['a tree without children', written([''])],
    ['a mark in the place of a number', written(['', {}, null, null, true])],
    ['a wrong mark', written(['', {}, null, 'x'])],
    ['a parameter of no kind', written(['', { children: [['id', 'x', 'zz', null], {}] }])],
    [
      'a parameter of a kind that only begins well',
      written(['', { children: [['id', 'x', 'ci', null], {}] }]),
    ],
    ['10,000 levels', `${'["",{"a":'.repeat(10_000)}`],
    ['more than 40,000 characters', written(['a'.repeat(40_001), {}])],
  ])('is forgotten when it is %s', (_name, said) => {
    expect(afterMending(said)).toBeUndefined();
  });
});
