import { safeReturnPath } from '@/lib/return-path';

it.each(['/items/new', '/search?q=%EB%93%9C%EB%A6%B4&region=11', '/items/1#reviews', '/', '/chats/a-b'])(
  'goes back to %s',
  (path) => expect(safeReturnPath(path)).toBe(path),
);

it.each([
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  '\\\\evil.example',
  ' //evil.example',
  'evil.example',
  '',
  undefined,
  null,
  ['/items/new', '//evil.example'],
  `/${'a'.repeat(2_000)}`,
])('does not go to %p', (path) => expect(safeReturnPath(path)).toBe('/'));

it.each(['/login', '/login?next=/login', '/signup', '/api/auth/signout', '/_next/x'])(
  'does not send round in circles: %s',
  (path) => expect(safeReturnPath(path)).toBe('/'),
);

it('keeps a screen whose name only begins alike', () => {
  expect(safeReturnPath('/loginhelp')).toBe('/loginhelp');
});
