/** Only to resolve against: nothing is ever sent there. */
const HERE = 'http://here.invalid';
const MAX_LENGTH = 1_000;

/**
 * Where to go after signing in. Only a path of this site is believed: anything that a browser could take for another
 * host (`//host`, `/\host`, `/.//host`, control characters, a scheme) becomes the fallback.
 *
 * @param wanted the parameter `next` as it came in
 * @returns path with query and hash
 */
export function safeReturnPath(wanted: unknown, fallback = '/'): string {
  if (typeof wanted !== 'string' || wanted.length > MAX_LENGTH || !wanted.startsWith('/')) return fallback;
  if (!URL.canParse(wanted, HERE)) return fallback;
  const url = new URL(wanted, HERE);
  const isElsewhere = url.origin !== HERE || url.pathname.startsWith('//') || url.pathname.includes('\\');
  if (isElsewhere || NOT_A_SCREEN.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}

/** The screens that send people on would send them round in circles; the rest are no screens. */
const NOT_A_SCREEN = /^\/(login|signup|api|_next)(\/|$)/;
