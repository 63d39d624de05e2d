import { readdirSync } from 'node:fs';
import { apiDocument } from '@/lib/rest/document';
import { routeOf } from '@/lib/runtime/watch/route-of';

const ID = '019b76da-a800-74b4-b4c2-bac595547d90';

describe('the pattern of an address', () => {
  it.each([
    ['/', '/'],
    ['/?q=비밀', '/'],
    [`/items/${ID}`, '/items/[id]'],
    [`/items/${ID}/edit?x=1`, '/items/[id]/edit'],
    [`/chats/${ID}`, '/chats/[id]'],
    [`/api/v1/rentals/${ID}/hand-over`, '/api/v1/rentals/[id]/hand-over'],
    ['/_next/static/chunks/a.js', '/_next'],
    ['/socket.io/?EIO=4&sid=secret', '/socket.io/'],
    ['/search?q=hong@example.com', '/search'],
    ['/items/hong@example.com', 'other'],
    ['/api/v1/members/01012345678', 'other'],
    ['/wp-admin.php', 'other'],
    ['/api/v1/items/a/b/c/d/e/f/g/h', 'other'],
    ['/items/constructor', 'other'],
    ['/constructor/x', 'other'],
  ])('%s is %s', (url, route) => {
    expect(routeOf(url)).toBe(route);
  });

  it('knows every operation of the API and every page', () => {
    const operations = Object.keys(apiDocument().paths ?? {}).map((path) => `/api/v1${path}`);
    const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
      .filter((path) => /(^|\/)(page\.tsx|route\.ts)$/.test(path))
      .map((path) => `/${path.replace(/\([^/]*\)\/?/g, '').replace(/\/?(page\.tsx|route\.ts)$/, '')}`);
    const addresses = [...operations, ...pages].map((path) =>
      path.replace(/\{\w+\}|\[(?!\.)\w+\]/g, ID).replace(/\/\[\.\.\.\w+\]/g, '/session'),
    );
    expect(addresses.length).toBeGreaterThan(50);
    expect(addresses.filter((address) => routeOf(address) === 'other')).toEqual([]);
  });
});
