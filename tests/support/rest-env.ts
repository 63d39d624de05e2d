import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Actor, MemberActor } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { signAccessToken } from '@/lib/realtime/server/access-token';
import { apiDocument } from '@/lib/rest/document';
import { createRestHandler } from '@/lib/rest/node';
import type { RateLimit } from '@/lib/rest/rate-limit';
import type { TestEnv } from './test-env';

export const REST_SECRET = 'a secret of the tests that is long enough for all';

export interface RestAnswer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the document's schemas have judged it
  body: any;
}

interface RestRequest {
  as?: MemberActor;
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface RestEnv {
  url: string;
  /** Asks by operation, and judges the answer by what the document says of it. */
  call(
    operationId: string,
    path: Record<string, string>,
    request?: RestRequest & { query?: string },
  ): Promise<RestAnswer>;
  /** Asks anything. */
  send(method: string, path: string, request?: RestRequest): Promise<RestAnswer>;
  /** operationId with the statuses that it has answered with */
  seen: Map<string, Set<number>>;
  /** what the server has logged as unexpected */
  faults: unknown[];
}

/** The API on a real HTTP server in this process. Call it after `useTestEnv`. */
export function useRest(env: TestEnv, rate: RateLimit = { requests: 1_000_000, windowSeconds: 1 }): RestEnv {
  const rest = { seen: new Map(), faults: [] as unknown[] } as unknown as RestEnv;
  const judge = createJudge();
  // A few times as fast as fetch, for tests that ask tens of thousands of times.
  const agent = new Agent({ keepAlive: true });
  /** of each member: to make one takes as long as to answer with it */
  const tokens = new Map<string, Promise<string>>();
  let server: Server;

  function tokenFor(member: MemberActor): Promise<string> {
    const kept = tokens.get(member.id) ?? tokenOf(member);
    tokens.set(member.id, kept);
    return kept;
  }

  beforeAll(async () => {
    const createContext = (actor: Actor, requestId?: string): ServiceContext => {
      const ctx = env.ctx(actor);
      const error = (fields: object) => void rest.faults.push((fields as { err?: unknown }).err ?? fields);
      return { ...ctx, requestId: requestId ?? ctx.requestId, logger: { ...ctx.logger, error } };
    };
    const handle = createRestHandler({ createContext, sessionSecret: REST_SECRET, rate });
    server = createServer((request, response) => {
      request.headers['x-client-address'] ??= '203.0.113.7';
      if (!handle(request, response)) response.writeHead(418).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    rest.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  });
  afterAll(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  );

  rest.send = async (method, path, { as, token, body, headers } = {}) => {
    const bearer = token ?? (as && (await tokenFor(as)));
    const outgoing = request(new URL(`${rest.url}${path}`), {
      method,
      agent,
      headers: {
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    outgoing.end(typeof body === 'string' ? body : JSON.stringify(body));
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
    const text = Buffer.concat(await response.toArray()).toString();
    const said = new Headers(response.headers as Record<string, string>);
    const isJson = /json/.test(said.get('content-type') ?? '');
    return { status: response.statusCode ?? 0, headers: said, body: isJson ? JSON.parse(text) : text };
  };

  rest.call = async (operationId, path, { query = '', ...request } = {}) => {
    const { method, template } = findOperation(operationId);
    const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
    const answer = await rest.send(method.toUpperCase(), `${filled}${query}`, request);
    judge(operationId, answer);
    rest.seen.set(operationId, (rest.seen.get(operationId) ?? new Set()).add(answer.status));
    return answer;
  };
  return rest;
}

export function tokenOf({ id: userId }: MemberActor, sessionVersion = 1): Promise<string> {
  return signAccessToken({ userId, sessionVersion }, REST_SECRET);
}

export function operationIds(): string[] {
  return Object.values(apiDocument().paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => String(operationId)),
  );
}

export function findOperation(operationId: string) {
  for (const [template, methods] of Object.entries(apiDocument().paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId === operationId) return { method, template, operation };
    }
  }
  throw new Error(`The document has no operation ${operationId}.`);
}

/** Judges an answer by the schema that the document gives for its status. */
export function createJudge() {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: 'document', components: apiDocument().components });
  const known = new Map<string, ValidateFunction | null>();
  return (operationId: string, { status, headers, body }: RestAnswer) => {
    const key = `${operationId} ${status}`;
    if (!known.has(key)) known.set(key, compile(operationId, status));
    const validate = known.get(key);
    if (!validate) {
      expect([key, body]).toEqual([key, '']);
      return;
    }
    const wanted = status < 400 ? 'application/json' : 'application/problem+json';
    expect([key, headers.get('content-type')?.split(';')[0]]).toEqual([key, wanted]);
    validate(body);
    expect([key, validate.errors ?? []]).toEqual([key, []]);
  };

  function compile(operationId: string, status: number): ValidateFunction | null {
    const { operation } = findOperation(operationId);
    const responses = operation.responses as Record<string, { content?: Record<string, { schema: object }> }>;
    const response = responses[status];
    if (!response) throw new Error(`The document does not know that ${operationId} answers ${status}.`);
    const schema = Object.values(response.content ?? {})[0]?.schema;
    if (!schema) return null;
    return ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/')),
    );
  }
}
