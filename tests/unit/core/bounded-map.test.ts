import { BoundedMap } from '@/lib/core/bounded-map';

it('a bounded map lets go of what was put in first', () => {
  const map = new BoundedMap<string, number>(2);
  map.set('a', 1).set('b', 2).set('b', 3).set('c', 4);
  expect([...map]).toEqual([
    ['b', 3],
    ['c', 4],
  ]);
});
