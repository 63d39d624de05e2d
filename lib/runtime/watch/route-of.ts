/** Where an id stands in an address. */
const ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** First words of every address that there is; of anything else only "other" is told. */
const KNOWN = new Set([
  ...[
    'admin',
    'api',
    'chats',
    'forgot-password',
    'icon.svg',
    'items',
    'login',
    'metrics',
    'mypage',
    'region',
  ],
  ...[
    'reset-password',
    'robots.txt',
    'search',
    'signup',
    'sitemap.xml',
    'socket.io',
    'users',
    'verify-email',
  ],
]);
const DEEPEST = 5;

/**
 * The pattern of an address, for labels and logs: `/items/[id]`, `/api/v1/rentals/[id]/accept`. Ids, searches and made-up
 * addresses are not in it, so there are few.
 */
export function routeOf(url = '/'): string {
  const [path = '/'] = url.split(/[?#]/, 1);
  if (path === '/') return '/';
  const [first = '', ...rest] = path.slice(1).split('/');
  if (first === '_next') return '/_next';
  if (!KNOWN.has(first) || rest.length > DEEPEST) return 'other';
  const words = rest.map((word) => (ID.test(word) ? '[id]' : word));
  return words.every((word) => word === '[id]' || isWord(first, word))
    ? `/${[first, ...words].join('/')}`
    : 'other';
}

/** Only the API and the admins' pages have words after the first that are no ids, and those are theirs. */
function isWord(first: string, word: string): boolean {
  return WORDS[first]?.has(word) === true;
}

const WORDS: Record<string, Set<string>> = {
  admin: new Set(['members', 'items', 'reports', 'feedback', 'categories', 'audit']),
  items: new Set(['new', 'edit']),
  'socket.io': new Set(['']),
  api: new Set([
    ...[
      'v1',
      'alive',
      'auth',
      'docs',
      'health',
      'counts',
      'callback',
      'credentials',
      'kakao',
      'csrf',
      'session',
      'signin',
    ],
    ...[
      'signout',
      'providers',
      'error',
      'token',
      'refresh',
      'revoke',
      'regions',
      'categories',
      'items',
      'uploads',
    ],
    ...[
      'prepare',
      'bookmarks',
      'bookmark',
      'rooms',
      'messages',
      'read',
      'rentals',
      'accept',
      'reject',
      'cancel',
    ],
    ...[
      'hand-over',
      'end',
      'reviews',
      'reports',
      'feedback',
      'alerts',
      'me',
      'avatar',
      'password',
      'members',
    ],
    ...['quote', 'relist', 'openapi.json', 'blocks'],
  ]),
};
