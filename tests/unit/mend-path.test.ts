import { mendPath } from '@/lib/runtime/mend-path';

it.each([
  ['/items/%ff', '/items/%25ff'],
  ['/users/%E0%A4%A?tab=%ff?x', '/users/%25E0%25A4%25A?tab=%ff?x'],
  ['/%', '/%25'],
])('%s becomes %s, which the router can read', (url, mended) => expect(mendPath(url)).toBe(mended));

it.each(['/', '/items/%EB%93%9C', '/search?q=%ff', '/a%00?b', ''])('%s stays', (url) =>
  expect(mendPath(url)).toBe(url),
);
