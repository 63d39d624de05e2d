import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { Actor } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { networkOf } from '@/lib/features/auth/server/network';
import { resolveActor } from '@/lib/features/auth/server/resolve-actor';
import { ACCESS_TOKEN_SECONDS } from '@/lib/features/auth/session-life';
import { KeyReused, type OnceRequest, once, onceIdOf } from '@/lib/features/idempotency/server/once';
import { signAccessToken, verifyAccessToken } from '@/lib/realtime/server/access-token';
import { localeOf } from '@/lib/realtime/server/language';
import { apiDocument } from './document';
import { type Operation, takesKey } from './operation';
import { operations } from './operations';
import { HttpRefusal, toProblem } from './problem';
import { createRateLimiter, DEFAULT_RATE, type RateLimit } from './rate-limit';
import { readBody } from './read-body';

export interface RestOptions {
  createContext: (actor: Actor, requestId?: string) => ServiceContext;
  /** of next-auth */
  sessionSecret: string;
  rate?: RateLimit;
}

/** Where the API lies; one version, one prefix. */
export const REST_PREFIX = '/api/v1';

/** Programs of any site may ask: there are no cookies here, and a token has to be sent on purpose. */
const ALWAYS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
};
const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, Accept-Language',
  'access-control-max-age': '86400',
};

/** The API as one fetch handler: each request is parsed, limited, signed in, handed to a verb, and translated back. */
export function createRestApp({ createContext, sessionSecret, rate = DEFAULT_RATE }: RestOptions): Hono {
  const limiter = createRateLimiter(rate);
  const app = new Hono({ strict: false }).basePath(REST_PREFIX);
  const all = operations(async ({ claims, refreshToken }) => ({
    accessToken: await signAccessToken(claims, sessionSecret),
    refreshToken,
    tokenType: 'Bearer',
    expiresIn: ACCESS_TOKEN_SECONDS,
  }));

  app.get('/openapi.json', () => Response.json(apiDocument(), { headers: ALWAYS }));
  for (const one of all) app.on(one.method.toUpperCase(), routeOf(one.path), (c) => answer(c, one));
  for (const [path, methods] of methodsByPath(all)) {
    app.options(
      routeOf(path),
      () => new Response(null, { status: 204, headers: { ...ALWAYS, ...PREFLIGHT } }),
    );
    app.all(routeOf(path), (c) =>
      refuse(c, new HttpRefusal('METHOD_NOT_ALLOWED', { allow: methods.join(', ') })),
    );
  }
  app.notFound((c) => refuse(c, new DomainError('NOT_FOUND', 'notFound')));
  app.onError((error, c) => refuse(c, error));

  async function answer(c: Context, one: Operation): Promise<Response> {
    const requestId = requestIdOf(c);
    const address = c.req.header('x-client-address') ?? 'unknown';
    let headers: Record<string, string> = {};
    let actor: Actor = { kind: 'visitor' };
    try {
      // A home or a phone has as many IPv6 addresses as it likes.
      const visitor = `address ${networkOf(address)}`;
      actor = await actorOf(c, one).catch(async (error) => {
        // Tries with tokens that are none count as well.
        const tried = await limiter.take(visitor);
        headers = tried.headers;
        throw tried.refusal ?? error;
      });
      const taken = await limiter.take(actor.kind === 'member' ? `member ${actor.id}` : visitor);
      headers = taken.headers;
      if (taken.refusal) throw taken.refusal;
      const ctx = createContext(actor, requestId);
      const content = { path: pathOf(c), query: queryOf(c, one), body: await bodyOf(c, one) };
      const key = takesKey(one) ? c.req.header('idempotency-key') : undefined;
      const onceId = key !== undefined && actor.kind === 'member' ? onceIdOf(actor, one.id, key) : null;
      const run = () => one.run(onceId ? { ...ctx, onceId } : ctx, { ...content, address, onceId });
      const result =
        key === undefined ? await run() : await runOnce(ctx, { operation: one.id, key, content }, run);
      return send(c, one, result, { ...ALWAYS, ...headers, 'x-request-id': requestId });
    } catch (error) {
      return refuse(c, error, { headers, actor, event: one.id });
    }
  }

  function refuse(c: Context, error: unknown, asked: Partial<AskedFor> = {}): Response {
    const { headers = {}, actor = { kind: 'visitor' }, event } = asked;
    const requestId = requestIdOf(c);
    const { logger } = createContext({ kind: 'visitor' }, requestId);
    const locale = localeOf({ 'accept-language': c.req.header('accept-language') ?? '' });
    const hasCredential = c.req.header('authorization') !== undefined;
    const problem = toProblem(error, { locale, requestId, logger, actor, event, hasCredential });
    return withHeaders(problem, requestId, headers);
  }

  /** Bearer tokens only: a cookie of the same browser says nothing here. */
  async function actorOf(c: Context, { access }: Operation): Promise<Actor> {
    const header = c.req.header('authorization');
    const token = /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(header ?? '')?.[1];
    if (header === undefined && access === 'public') return { kind: 'visitor' };
    const session = token ? await verifyAccessToken(token, sessionSecret) : null;
    const isOver = !session || session.endsAt <= Date.now();
    const actor = isOver ? null : await resolveActor(createContext({ kind: 'visitor' }).db, session);
    if (actor?.kind === 'member') return actor;
    throw new DomainError('UNAUTHENTICATED', 'auth.required');
  }

  return app;
}

/** How far a request got before it was refused. */
interface AskedFor {
  /** for the answer */
  headers: Record<string, string>;
  actor: Actor;
  /** id of the operation */
  event: string;
}

/** Visible ASCII, as the draft of the header says; a UUID is usual. */
const KEY = /^[\x21-\x7e]{1,200}$/;

async function runOnce(ctx: ServiceContext, request: OnceRequest, work: () => Promise<unknown>) {
  if (!KEY.test(request.key)) throw new HttpRefusal('MALFORMED');
  try {
    return await once(ctx, request, work);
  } catch (error) {
    throw error instanceof KeyReused ? new HttpRefusal('IDEMPOTENCY_KEY_REUSED') : error;
  }
}

function routeOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function methodsByPath(all: Operation[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of all) {
    methods.set(path, [...(methods.get(path) ?? ['OPTIONS']), method.toUpperCase()]);
  }
  return methods;
}

/** @throws NOT_FOUND for an id that can be nobody's */
function pathOf(c: Context): Record<string, string> {
  const path = c.req.param() as Record<string, string>;
  if (Object.values(path).every(isId)) return path;
  throw new DomainError('NOT_FOUND', 'notFound');
}

/** The first of each name; names that the operation does not know are left out. */
function queryOf(c: Context, { query }: Operation): unknown {
  return query ? query.parse(c.req.query()) : undefined;
}

/** An object as it came: the verb parses it, and says which field is wrong. */
async function bodyOf(c: Context, { body }: Operation): Promise<unknown> {
  if (!body) return undefined;
  const isOptional = body.safeParse(undefined).success;
  const value = await readBody(c.req.raw, isOptional);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (value !== undefined && !isObject) throw new DomainError('INVALID', 'invalid');
  return value ?? (isOptional ? undefined : {});
}

/**
 * Writes an answer. Straight to node's response where there is one: a Response in between cost a quarter of a list
 * (docs/PERFORMANCE.md).
 */
function send(
  c: Context<{ Bindings: Partial<HttpBindings> }>,
  { status, response }: Operation,
  result: unknown,
  headers: Record<string, string>,
): Response {
  const text = response ? JSON.stringify(result) : null;
  const all = text === null ? headers : { ...headers, 'content-type': 'application/json' };
  const outgoing = c.env?.outgoing;
  if (!outgoing) return new Response(text, { status, headers: all });
  outgoing.writeHead(status, text === null ? all : { ...all, 'content-length': Buffer.byteLength(text) });
  outgoing.end(text ?? undefined);
  return RESPONSE_ALREADY_SENT;
}

function requestIdOf(c: Context): string {
  return c.req.header('x-request-id') ?? randomUUID();
}

function withHeaders(response: Response, requestId: string, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries({ ...ALWAYS, ...headers, 'x-request-id': requestId })) {
    response.headers.set(name, value);
  }
  return response;
}
