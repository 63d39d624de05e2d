import { type Actor, memberIdOf } from './actor';
import type { ErrorCode } from './errors';
import type { Logger } from './logger';

/** Who asked, and whose log it goes to; a context of a verb is one. */
export interface Asker {
  actor: Actor;
  logger: Logger;
  requestId?: string | undefined;
}

export interface RefusedWay {
  way: 'action' | 'page' | 'rest' | 'socket';
  code: ErrorCode;
  /** key of the sentence */
  reason: string;
  /** name of the operation or event, of ours: never what a client calls it */
  event?: string | undefined;
  /** something came along that should have said who asks: a session that is over, a token that is none */
  hasCredential?: boolean;
}

/** No sentence: nobody is told. */
const FOREIGN_ORIGIN = 'foreignOrigin';

/** Lines in a second of one process; a flood must not fill the disk. */
const MOST_A_SECOND = 10;
const SECOND_MS = 1_000;

/**
 * Writes a line of a refusal that may be an attempt (OWASP ASVS 5.0, 16.3.2 and 16.3.3): what a member may not do or does
 * not find, a credential that does not count, and what comes too often. Ids and keys only. At most ten lines a second;
 * how many more there were, one line tells when the second is over.
 */
export function noteRefusal(asker: Asker, refused: RefusedWay): void {
  if (!isTelling(asker.actor, refused)) return;
  const { way, code, reason, event } = refused;
  const member = memberIdOf(asker.actor) ?? undefined;
  write(asker.logger, { way, code, reason, event, member, requestId: asker.requestId });
}

/** The same for a request that a page of another site sent: it is refused before anybody asks whose it is. */
export function noteForeignOrigin(logger: Logger, way: 'http' | 'socket', requestId?: string): void {
  write(logger, { way, code: 'FORBIDDEN', reason: FOREIGN_ORIGIN, requestId });
}

function isTelling({ kind }: Actor, { code, hasCredential = false }: RefusedWay): boolean {
  if (code === 'RATE_LIMITED') return true;
  if (code === 'UNAUTHENTICATED') return hasCredential;
  return kind === 'member' && (code === 'FORBIDDEN' || code === 'NOT_FOUND');
}

interface Second {
  endsAt: number;
  lines: number;
  leftOut: number;
}

const KEY = Symbol.for('egodaeyeo.refusals');
/** Next.js bundles its own copy of this module. */
const shared = globalThis as typeof globalThis & { [KEY]?: Second };

function write(logger: Logger, fields: object) {
  const now = performance.now();
  const known = shared[KEY];
  const second = known && known.endsAt > now ? known : { endsAt: now + SECOND_MS, lines: 0, leftOut: 0 };
  shared[KEY] = second;
  if (second.lines < MOST_A_SECOND) {
    second.lines += 1;
    logger.info(fields, 'refused');
    return;
  }
  second.leftOut += 1;
  if (second.leftOut > 1) return;
  const tell = () => logger.info({ count: second.leftOut }, 'refused, not written down');
  setTimeout(tell, second.endsAt - now).unref();
}
