import { randomUUID } from 'node:crypto';
import { Agent as PlainAgent, request as requestPlain } from 'node:http';
import { Agent, request } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberActor } from '@/lib/core/actor';
import { accessTokenOf } from '@/tests/support/realtime-env';
import type { AppName, ChaosSite } from './site';

export interface Answer {
  status: number;
  body: unknown;
  tookMs: number;
  /** as nginx says it */
  servedBy: string | undefined;
}

export interface Caller {
  member: MemberActor;
  /** to which nginx leads this address */
  app: AppName;
  agent: Agent | PlainAgent;
  token: string;
  /** of requests that `insist` had to send again: method, path, status */
  failures: string[];
  /** answers by the process that gave them */
  served: Record<AppName, number>;
  /** One try. @throws what the network throws */
  ask(
    method: string,
    path: string,
    body?: object | string,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Tries until there is an answer that stays: the same key each time, so that it is done once. */
  insist(method: string, path: string, body?: object): Promise<Answer>;
}

/** An answer of which the head came, and not all of the rest. */
export class CutShort extends Error {}

/** Longer than the longest run. */
const TOKEN_SECONDS = 6 * 3_600;
const PATIENCE_MS = 15_000;
const PAUSE_MS = 150;
/** of what a balancer or the product says when it could not, or does not know */
const PASSING = new Set([502, 503, 504]);

export interface Way {
  app: AppName;
  /** through nginx, from there; past nginx without one */
  address?: string | undefined;
}

/** A member's program, which comes to that process while it is there. */
export async function createCaller(
  site: ChaosSite,
  member: MemberActor,
  { app, address }: Way,
): Promise<Caller> {
  const url = address ? site.url : site.apps[app].url;
  const agent = address
    ? new Agent({ rejectUnauthorized: false, keepAlive: true, localAddress: address })
    : new PlainAgent({ keepAlive: true });
  const token = await accessTokenOf(member.id, TOKEN_SECONDS);
  const authorization = { authorization: `Bearer ${token}` };
  const served = { app1: 0, app2: 0 };

  const ask: Caller['ask'] = async (method, path, body, headers = {}) => {
    const answer = await send(agent, url + path, { method, body, headers: { ...authorization, ...headers } });
    const by = site.appOf(answer.servedBy);
    if (by) served[by] += 1;
    return answer;
  };

  const failures: string[] = [];

  async function insist(method: string, path: string, body?: object) {
    const key = { 'idempotency-key': randomUUID() };
    for (;;) {
      const answer = await ask(method, path, body, key).catch((error: Error) => error);
      if (!(answer instanceof Error) && !PASSING.has(answer.status)) return answer;
      failures.push(`${method} ${path}: ${answer instanceof Error ? answer.message : answer.status}`);
      await sleep(PAUSE_MS);
    }
  }

  return { member, app, agent, token, failures, served, ask, insist };
}

interface Sent {
  method: string;
  /** an object goes as JSON */
  body?: object | string | undefined;
  headers: Record<string, string>;
}

/** One request over HTTP or HTTPS, as the agent is. @throws what the network throws */
export function send(agent: PlainAgent, url: string, { method, body, headers }: Sent): Promise<Answer> {
  const begun = performance.now();
  const isObject = typeof body === 'object';
  const text = isObject ? JSON.stringify(body) : body;
  return new Promise((resolve, reject) => {
    const outgoing = (url.startsWith('https:') ? request : requestPlain)(url, {
      agent,
      method,
      timeout: PATIENCE_MS,
      headers: { ...(isObject && { 'content-type': 'application/json' }), ...headers },
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')));
    outgoing.on('error', reject).on('response', async (response) => {
      try {
        let received = '';
        for await (const chunk of response) received += chunk;
        resolve({
          status: response.statusCode ?? 0,
          body: parse(received),
          tookMs: performance.now() - begun,
          servedBy: response.headers['x-served-by']?.toString(),
        });
      } catch (error) {
        reject(new CutShort(String(error)));
      }
    });
    outgoing.end(text);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
