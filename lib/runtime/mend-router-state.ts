import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

/** As Next.js bounds it. */
const MOST_CHARACTERS = 40_000;
const PARAM_KINDS = [
  'c',
  'oc',
  'd',
  ...['(.)', '(..)', '(...)', '(..)(..)'].flatMap((to) => [`ci${to}`, `di${to}`]),
];

const segment = z.union([
  z.string(),
  z.tuple([z.string(), z.string(), z.enum(PARAM_KINDS), z.array(z.string()).nullable()]),
]);
type State = [unknown, Record<string, State>, ...unknown[]];
const state: z.ZodType<State> = z.lazy(() =>
  z
    .tuple([segment, z.record(z.string(), state)])
    .rest(z.union([z.null(), z.string(), z.number(), z.tuple([z.string(), z.string()])])),
) as z.ZodType<State>;

/**
 * Forgets what a browser says that it shows when that cannot be read: Next.js would answer 500 and log a stack for whoever
 * asks, and without it sends the whole page.
 */
export function mendRouterState(headers: IncomingHttpHeaders): void {
  const said = headers['next-router-state-tree'];
  if (said !== undefined && !isReadable(String(said))) delete headers['next-router-state-tree'];
}

function isReadable(said: string): boolean {
  if (said.length > MOST_CHARACTERS) return false;
  try {
    const { success, data } = state.safeParse(JSON.parse(decodeURIComponent(said)));
    return success && isKnown(data);
  } catch {
    return false;
  }
}

const MARKS = [null, 'refetch', 'inside-shared-layout', 'metadata-only'];

/** What follows a segment and its children: an address, a mark, a number and a text, each of which may be missing. */
function isKnown([, children, address, mark, hint, text, ...more]: State): boolean {
  const isFine =
    (address === undefined || address === null || Array.isArray(address)) &&
    (mark === undefined || MARKS.includes(mark as string | null)) &&
    (hint === undefined || hint === null || typeof hint === 'number') &&
    (text === undefined || typeof text === 'string') &&
    more.length === 0;
  return isFine && Object.values(children).every(isKnown);
}
