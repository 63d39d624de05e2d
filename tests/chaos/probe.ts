import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import ko from '@/messages/ko/errors.json';
import { browserCookieOf } from '@/tests/support/as-browser';
import { listActions, outcomeOf, rowOf } from '@/tests/support/call-action';
import { type Answer, type Caller, CutShort } from './caller';
import type { Couriers } from './couriers';
import { watchHoldUps } from './hold-ups';
import { APPS, type AppName, type ChaosSite } from './site';

export interface Probe {
  at: number;
  what: string;
  /** of the process that was meant */
  app: AppName;
  /** past nginx */
  isDirect: boolean;
  /** may be asked twice */
  isSafe: boolean;
  /**
   * done: as it should be. away: refused in a way that says so, clearly. unclear: any other answer. cut: it had begun, and
   * ended in the middle. none: no answer
   */
  outcome: 'done' | 'away' | 'unclear' | 'cut' | 'none';
  /** of an answer that is unclear */
  said: string;
  tookMs: number;
  /** of that time, while this process itself was held up */
  heldUpMs: number;
}

type Tried = Pick<Probe, 'outcome' | 'said'>;
interface Question {
  what: string;
  isSafe: boolean;
  isDirect: boolean;
  app: AppName;
  /** null: it could not be asked, or the connection was given up while it was asked */
  ask(): Promise<Tried | null>;
}

const EVERY_MS = 400;
/** Of a socket: longer than it may take, on a slow line as well. */
const SOCKET_MS = 15_000;
const HTML = { accept: 'text/html', 'accept-language': 'ko' };

export interface Asked {
  /** one for each process, through nginx */
  callers: Record<AppName, Caller>;
  /** one for each process, past nginx */
  direct: Record<AppName, Caller>;
  couriers: Couriers;
  /** of somebody else */
  itemId: string;
}

/** Asks small things of both processes all the time, in every way in, and writes down what came and after how long. */
export function startProbes(site: ChaosSite, asked: Asked, isOver: () => boolean) {
  const probes: Probe[] = [];
  const holdUps = watchHoldUps();

  async function run({ ask, ...question }: Question) {
    while (!isOver()) {
      const at = Date.now();
      const begun = performance.now();
      const tried = await ask();
      const tookMs = performance.now() - begun;
      const heldUpMs = holdUps.during(at, at + tookMs);
      if (tried) probes.push({ at, ...question, ...tried, tookMs, heldUpMs });
      await sleep(EVERY_MS);
    }
  }

  const questions = APPS.flatMap((app) => [...throughNginx(site, asked, app), ...pastNginx(asked, app)]);
  return { probes, done: Promise.all(questions.map(run)).finally(holdUps.stop) };
}

function throughNginx(site: ChaosSite, { callers, itemId }: Asked, app: AppName): Question[] {
  const caller = callers[app];
  const actionId = listActions().get('setBookmark')?.id ?? '';
  const get = (what: string, path: string, headers = {}) => ({
    ...{ what, app, isDirect: false, isSafe: true },
    ask: () => judge(caller.ask('GET', encodeURI(path), undefined, headers), 200),
  });
  const post = (what: string, ask: () => Promise<Tried>) => ({
    ...{ what, app, isDirect: false, isSafe: false },
    ask,
  });
  return [
    get('list', '/api/v1/items?limit=1'),
    get('me', '/api/v1/me'),
    get('page', '/', HTML),
    get('search page', '/search?q=없는말', HTML),
    post('POST', () => {
      const key = { 'idempotency-key': randomUUID() };
      return judge(caller.ask('POST', '/api/v1/rooms', { itemId }, key), 201);
    }),
    post('action', () => bookmark(site, caller, itemId, actionId)),
  ];
}

function pastNginx({ direct, couriers }: Asked, app: AppName): Question[] {
  const common = { app, isDirect: true, isSafe: true };
  return [
    {
      ...common,
      what: 'me, asked of the process itself',
      ask: () => judge(direct[app].ask('GET', '/api/v1/me'), 200),
    },
    { ...common, what: 'socket', ask: () => askSocket(couriers, app) },
  ];
}

async function judge(answering: Promise<Answer>, expected: number): Promise<Tried> {
  const answer = await answering.catch((error: unknown) => error);
  if (answer instanceof Error) return { outcome: answer instanceof CutShort ? 'cut' : 'none', said: '' };
  const { status, body } = answer as Answer;
  if (status === expected) return { outcome: 'done', said: '' };
  return {
    outcome: status === 503 && isClear(body) ? 'away' : 'unclear',
    said: `${status} ${JSON.stringify(body).slice(0, 200)}`,
  };
}

/** A code and a sentence for programs, a sentence for people. */
function isClear(body: unknown): boolean {
  if (typeof body === 'string') return body.includes(ko.away.title) || body.includes(ko.unavailable);
  const { code, detail } = body as { code?: unknown; detail?: unknown };
  return code === 'UNAVAILABLE' && typeof detail === 'string';
}

/** A server action, as a browser calls it. */
async function bookmark(site: ChaosSite, caller: Caller, itemId: string, actionId: string): Promise<Tried> {
  const answer = await caller
    .ask('POST', `/items/${itemId}`, JSON.stringify([{ itemId, on: true }]), {
      'content-type': 'text/plain;charset=UTF-8',
      'next-action': actionId,
      accept: 'text/x-component',
      'accept-language': 'ko',
      origin: site.url,
      cookie: await browserCookieOf(caller.member.id),
    })
    .catch(() => null);
  if (!answer) return { outcome: 'none', said: '' };
  const said = answer.status === 200 ? outcomeOf(rowOf(String(answer.body))) : '';
  if (said === 'ok') return { outcome: 'done', said };
  if (said === 'UNAVAILABLE') return { outcome: 'away', said };
  return judge(Promise.resolve(answer), 200);
}

async function askSocket({ connections, roomId }: Couriers, app: AppName): Promise<Tried | null> {
  const connection = connections[app];
  if (connection.status() !== 'up') return null;
  const answer = await connection.request('message:list', { roomId, limit: 1 }, SOCKET_MS);
  if (!answer) return connection.status() === 'up' ? { outcome: 'none', said: '' } : null;
  if (answer.ok) return { outcome: 'done', said: '' };
  const { code, message } = answer.error;
  return { outcome: code === 'UNAVAILABLE' && message ? 'away' : 'unclear', said: `${code} ${message}` };
}
